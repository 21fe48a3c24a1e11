// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.List;
import java.util.Map;

/** The small incident that docs/api.md shows: orders time out a minute after a deploy. */
final class Example {
  private Example() {}

  static Served serve() {
    return Served.with(
        logs().events(),
        Map.of(),
        List.of(
            new Deploy(Logs.START.plusSeconds(900), "checkout", "2.4.0", "9f31c2ab04d1", "kim"),
            new ConfigChange(
                Logs.START.plusSeconds(-60), "pay", "pay.yaml", "pool.size", "20", "30", "lee")));
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
