// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.http.ApiServer;
import dev.clew.http.Limits;
import dev.clew.http.Workbench;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Keeps a server up until the process is told to stop. */
final class Serving {
  private Serving() {}

  /** What goes on besides serving, until it is told to stop. */
  interface Work {
    void until(CountDownLatch asked) throws InterruptedException;
  }

  /** Starts, prints the address, and returns once the process is asked to end. */
  static void untilStopped(Console console, Workbench workbench, int port, boolean json)
      throws InterruptedException {
    untilStopped(console, workbench, port, json, CountDownLatch::await);
  }

  /** Starts, prints the address, works, and returns once the process is asked to end. */
  static void untilStopped(Console console, Workbench workbench, int port, boolean json, Work work)
      throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw Fault.usage("--port %d: a port is a number from 0 to 65535".formatted(port));
    }
    try (Stop stop = new Stop();
        ApiServer server = start(workbench, port)) {
      String address = "http://127.0.0.1:" + server.port() + "/";
      if (json) {
        Json.print(console, Map.of("address", address));
      } else {
        console.print("workbench: " + console.bold(address) + "   (Ctrl-C ends it)");
      }
      console.out().flush();
      work.until(stop.asked());
    }
  }

  private static Limits limits() {
    Runtime machine = Runtime.getRuntime();
    return Limits.of(machine.availableProcessors(), machine.maxMemory());
  }

  /** A server that listens. */
  static ApiServer start(Workbench workbench, int port) {
    ApiServer server = new ApiServer(workbench, limits(), port);
    try {
      server.start();
    } catch (UncheckedIOException taken) {
      throw Fault.environment(
          "%s; stop the program that uses it, or choose another with --port"
              .formatted(taken.getCause().getMessage()),
          taken);
    }
    return server;
  }
}
