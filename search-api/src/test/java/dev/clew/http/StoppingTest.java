// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that is told to stop leaves nobody without an answer, and does not take long. */
class StoppingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final EndlessStore store = new EndlessStore();
  private final Served served = Served.store(store, Map.of(), List.of());

  @Test
  void answersThoseWhoWorkInPartAndRefusesThoseWhoWait() throws IOException {
    List<Socket> askers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      askers.add(ask("client " + i));
    }
    Eventually.becomes(() -> store.working() == 4, SOON);
    long start = System.nanoTime();
    served.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    int parts = 0;
    int refused = 0;
    for (Socket asker : askers) {
      String answer = new String(asker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      parts += answer.startsWith("HTTP/1.1 200") && answer.contains("told to end") ? 1 : 0;
      refused += answer.startsWith("HTTP/1.1 503") && answer.contains("#stopping") ? 1 : 0;
      asker.close();
    }
    assertThat(parts).isEqualTo(4);
    assertThat(refused).isEqualTo(4);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  /** A connection that is seen as busy at that moment is waited for: not every time. */
  @Test
  void stopsAtOnceWhenNothingGoesOn() {
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Served idle = Served.store(new EndlessStore(), Map.of(), List.of());
      idle.get("/api/explain-query", "q", "x");
      long start = System.nanoTime();
      idle.close();
      took.add(Duration.ofNanos(System.nanoTime() - start));
    }
    served.close();
    assertThat(Collections.min(took)).isLessThan(Duration.ofSeconds(2));
  }

  private Socket ask(String agent) throws IOException {
    Socket asker = new Socket(InetAddress.getLoopbackAddress(), served.port());
    asker.setSoTimeout((int) SOON.toMillis());
    String text =
        "GET /api/histogram HTTP/1.1\r\nHost: localhost\r\nUser-Agent: %s\r\n\r\n".formatted(agent);
    asker.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    asker.getOutputStream().flush();
    return asker;
  }
}
