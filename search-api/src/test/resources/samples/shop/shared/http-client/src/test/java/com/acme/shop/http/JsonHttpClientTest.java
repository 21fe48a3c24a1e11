package com.acme.shop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JsonHttpClientTest {

  @RegisterExtension final LocalServer server = new LocalServer();

  @Test
  void readsTheAnswer() throws Exception {
    server.answers("/ping", 200, "{\"pong\":1}");
    JsonHttpClient client = new JsonHttpClient(server.uri(), new ObjectMapper());
    assertThat(client.get("/ping", Pong.class).pong()).isEqualTo(1);
  }

  @Test
  void givesUpAfterTheTimeout() {
    server.neverAnswers("/ping");
    JsonHttpClient client =
        new JsonHttpClient(server.uri(), new ObjectMapper(), Duration.ofMillis(50));
    assertThatThrownBy(() -> client.get("/ping", Pong.class))
        .isInstanceOf(HttpTimeoutException.class);
  }

  record Pong(int pong) {}
}
