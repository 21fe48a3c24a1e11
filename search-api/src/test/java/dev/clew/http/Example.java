// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The small incident that docs/api.md shows: orders time out a minute after a deploy. */
final class Example {
  private static final String PATH = "src/com/acme/GatewayClient.java";
  private static final String ORIGIN = "https://github.com/acme/shop.git";

  private Example() {}

  static Served serve() {
    GitRepository repository = repository();
    String deployed = repository.head().orElseThrow();
    LogStore store = new ListLogStore();
    store.append(logs().events(), Map.of());
    store.refresh();
    return Served.writing(
        store,
        Map.of("checkout", repository),
        List.of(
            new Deploy(Logs.START.plusSeconds(900), "checkout", "2.4.0", deployed, "kim"),
            new ConfigChange(
                Logs.START.plusSeconds(-60), "pay", "pay.yaml", "pool.size", "20", "30", "lee")),
        ExampleIncident.kept());
  }

  /** In memory, so that nothing of it is left. */
  private static GitRepository repository() {
    try {
      Path folder = Files.createTempDirectory("example");
      GitFixture git = GitFixture.in(folder.resolve("shop.git")).clonedFrom(ORIGIN);
      git.file(PATH, source("5_000")).commit("Ask the gateway", "ann", daysBefore(400));
      git.file(PATH, source("2_500")).commit("Wait half as long", "kim", daysBefore(1));
      Path bundle = git.bundle(folder.resolve("shop.bundle"));
      GitRepository repository = GitRepository.open(bundle);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      return repository;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant daysBefore(long days) {
    return Logs.START.minus(Duration.ofDays(days));
  }

  private static String[] source(String millis) {
    return """
        package com.acme;

        class GatewayClient {
          Receipt charge(Order order) {
            Request request = request(order).timeout(%s);
            return read(http.send(request));
          }
        }"""
        .formatted(millis)
        .replace("class ", "// of the shop\n".repeat(36) + "class ")
        .split("\n");
  }

  private static Logs logs() {
    Logs logs = new Logs().into("checkout.log");
    for (int i = 0; i < 40; i++) {
      int order = 1_000 + i;
      logs.add(i * 30, "charged order " + order, event -> checkout(event, "INFO", order));
      if (i >= 32) {
        logs.add(
            i * 30 + 5,
            "charge of order " + order + " failed",
            event -> checkout(event, "ERROR", order).exception(timeout()));
      }
    }
    return logs;
  }

  private static EventBuilder checkout(EventBuilder event, String level, int order) {
    return event
        .service("checkout")
        .host("web-1")
        .thread("worker-" + order % 2)
        .logger("com.acme.Charge")
        .severity(level)
        .attribute("order", Integer.toString(order));
  }

  private static StackTrace timeout() {
    return new StackTrace(
        "java.net.SocketTimeoutException",
        "Read timed out",
        List.of(new StackFrame("com.acme.GatewayClient", "charge", "GatewayClient.java", 42)),
        null);
  }
}
