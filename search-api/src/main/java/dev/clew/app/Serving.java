// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.http.ApiServer;
import dev.clew.http.Workbench;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Keeps a server up until the process is told to stop. */
final class Serving {
  private Serving() {}

  /** Starts, prints the address, and returns once the process is asked to end. */
  static void untilStopped(Console console, Workbench workbench, int port, boolean json)
      throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw Fault.usage("--port %d: a port is a number from 0 to 65535".formatted(port));
    }
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (ApiServer server = start(workbench, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> letEnd(asked, closed), "stop"));
      String address = "http://127.0.0.1:" + server.port() + "/";
      if (json) {
        Json.print(console, Map.of("address", address));
      } else {
        console.print("workbench: " + console.bold(address) + "   (Ctrl-C ends it)");
      }
      console.out().flush();
      asked.await();
    } finally {
      closed.countDown();
    }
  }

  private static ApiServer start(Workbench workbench, int port) {
    ApiServer server = new ApiServer(workbench, port);
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

  /** Holds the end of the process until the server and the store are closed. */
  private static void letEnd(CountDownLatch asked, CountDownLatch closed) {
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
    }
  }
}
