// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.reference;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the logs of five services: three days of which the last hours are dense. What is written
 * depends on the number of events only.
 */
final class ReferenceLogs {
  static final Instant BEGIN = Instant.parse("2026-11-18T00:00:00Z");
  static final Instant DENSE = Instant.parse("2026-11-20T13:00:00Z");
  static final Instant DEPLOY = Instant.parse("2026-11-20T14:11:53Z");
  static final Instant FIRST_ERROR = Instant.parse("2026-11-20T14:12:31Z");
  static final Instant GAP_FROM = Instant.parse("2026-11-20T14:20:00Z");
  static final Instant GAP_TO = Instant.parse("2026-11-20T14:26:00Z");
  static final Instant END = Instant.parse("2026-11-20T15:00:00Z");
  static final String EXACT = "2026-11-20T14:59:30.123456789Z";

  private static final List<String> SERVICES =
      List.of("frontend", "checkout", "payment", "inventory", "mail");
  private static final Duration SKEW = Duration.ofMillis(1_800);
  private static final Duration LATE = Duration.ofSeconds(95);
  private static final int LATE_EVERY = 5_000;
  private static final int LATE_AT = 3;
  private static final double HISTORY = 0.3;
  private static final String STACK =
      "com.acme.checkout.GatewayTimeout: no answer in 50 ms\\n"
          + "\\tat com.acme.checkout.GatewayClient.charge(GatewayClient.java:7)\\n"
          + "\\tat com.acme.checkout.Checkout.order(Checkout.java:5)\\n"
          + "\\tat org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:897)\\n"
          + "\\tat java.base/java.lang.Thread.run(Thread.java:1583)\\n"
          + "Caused by: java.net.SocketTimeoutException: Read timed out\\n"
          + "\\tat java.base/java.net.Socket.read(Socket.java:120)\\n"
          + "\\tat com.acme.checkout.GatewayClient.charge(GatewayClient.java:7)\\n";

  private final Path folder;
  private final int events;

  /** Writes {@code events} events, a few more or less, below {@code folder}. */
  ReferenceLogs(Path folder, int events) {
    this.folder = folder;
    this.events = events;
  }

  void write() {
    Map<String, BufferedWriter> files = new LinkedHashMap<>();
    try {
      for (String service : SERVICES) {
        Path file = Files.createDirectories(folder.resolve(service)).resolve(service + ".json");
        files.put(service, Files.newBufferedWriter(file));
      }
      for (int i = 0; i < events; i++) {
        write(files, i);
      }
      for (BufferedWriter file : files.values()) {
        file.close();
      }
      Path edge = Files.createDirectories(folder.resolve("edge")).resolve("edge.log");
      Files.write(edge, HostileLines.bytes(DENSE));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The time that the last of the late lines tells; its service is inventory. */
  Instant late() {
    int last = (events - 1 - LATE_AT) / LATE_EVERY * LATE_EVERY + LATE_AT;
    return time(last).minus(LATE);
  }

  private Instant time(int i) {
    int history = (int) (events * HISTORY);
    if (i < history) {
      return BEGIN.plusMillis(Duration.between(BEGIN, DENSE).toMillis() * i / history);
    }
    long dense = Duration.between(DENSE, END).toMillis();
    return DENSE.plusMillis(dense * (i - history) / (events - history));
  }

  private void write(Map<String, BufferedWriter> files, int i) throws IOException {
    String service = SERVICES.get(i % SERVICES.size());
    Instant time = time(i);
    boolean silent =
        service.equals("inventory") && !time.isBefore(GAP_FROM) && time.isBefore(GAP_TO);
    if (!silent) {
      Instant shown = service.equals("mail") ? time.plus(SKEW) : time;
      shown = i % LATE_EVERY == LATE_AT ? shown.minus(LATE) : shown;
      files.get(service).write(line(service, i, shown));
    }
  }

  private String line(String service, int i, Instant time) {
    int order = 80_000 + i / (3 * SERVICES.size());
    boolean broken = !time.isBefore(FIRST_ERROR) && order % 2 == 0;
    StringBuilder line = new StringBuilder(360).append("{\"@timestamp\":\"");
    line.append(i == events - 5 ? EXACT : time).append("\",");
    text(line, "service.name", service);
    text(line, "host.name", service + "-" + i % 3);
    text(line, "process.thread.name", "worker-" + i % 7);
    line.append("\"order\":").append(order).append(',');
    switch (service) {
      case "checkout" -> {
        text(line, "service.version", time.isBefore(DEPLOY) ? "2.13.2" : "2.14.0");
        text(line, "trace.id", trace(order));
        if (broken) {
          text(line, "error.stack_trace", STACK);
        }
        say(
            line,
            broken ? "ERROR" : "INFO",
            (broken ? "charge failed order=" : "charged order=") + order);
      }
      case "payment" -> {
        text(line, "trace.id", trace(order));
        text(line, "peer.service", "gateway");
        say(
            line,
            broken ? "WARN" : "INFO",
            broken ? "timeout after 50 ms host=gw-2" : "authorized in " + i % 90 + " ms");
      }
      case "frontend" -> {
        text(line, "trace.id", trace(order));
        say(
            line,
            broken ? "WARN" : "INFO",
            "POST /api/checkout " + (broken ? 502 : 200) + " " + i % 400 + " ms");
      }
      case "inventory" ->
          say(line, i == lonely() ? "ERROR" : "DEBUG", "reserved item for order " + order);
      default -> say(line, "INFO", "mail queued for order " + order);
    }
    return line.append("}\n").toString();
  }

  /** The only error of its service, far back. */
  private int lonely() {
    return events / 250 * SERVICES.size() + SERVICES.indexOf("inventory");
  }

  private static String trace(int order) {
    return "%032x".formatted(order * 2_654_435_761L);
  }

  private static void text(StringBuilder line, String name, String value) {
    line.append('"').append(name).append("\":\"").append(value).append("\",");
  }

  private static void say(StringBuilder line, String level, String message) {
    text(line, "log.level", level);
    line.append("\"message\":\"").append(message).append('"');
  }
}
