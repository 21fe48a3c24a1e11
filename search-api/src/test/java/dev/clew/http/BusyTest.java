// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions that keep every processor busy do not keep the server from hearing others. */
class BusyTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int PATIENCE_MILLIS = 8_000;

  private final EndlessStore store = EndlessStore.busy();
  private final Served served = Served.store(store, Map.of(), List.of());

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void hearsOthersWhileEverySlotIsBusy() throws IOException {
    served.get("/api/openapi.json");
    List<Socket> askers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      askers.add(ask("client " + i));
    }
    Eventually.becomes(() -> store.working() >= 2, SOON);
    long start = System.nanoTime();
    assertThat(served.get("/api/openapi.json").has("paths")).isTrue();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(Duration.ofMillis(PATIENCE_MILLIS / 2));
    assertThat(store.working()).isPositive();
    for (Socket asker : askers) {
      asker.close();
    }
  }

  private Socket ask(String agent) throws IOException {
    Socket asker = new Socket(InetAddress.getLoopbackAddress(), served.port());
    String text =
        "GET /api/histogram?timeout=%d HTTP/1.1\r\nHost: localhost\r\nUser-Agent: %s\r\n\r\n"
            .formatted(PATIENCE_MILLIS, agent);
    asker.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    asker.getOutputStream().flush();
    return asker;
  }
}
