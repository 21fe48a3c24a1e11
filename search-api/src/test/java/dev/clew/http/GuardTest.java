// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.events(new Logs().add(0, "started", event -> event).events());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"})
  void answersToLoopbackNames(String host) throws IOException {
    assertThat(askedAs(host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8080",
        "localhost@evil.example",
        "0.0.0.0",
        "192.168.1.7",
        "[::2]"
      })
  void refusesAnyOtherName(String host) throws IOException {
    assertThat(askedAs(host)).matches("(?s)HTTP/1.1 (421|400) .*").doesNotContain("\"events\"");
  }

  @Test
  void refusesATargetThatNamesAnotherHost() throws IOException {
    String answer = asked("GET", "http://evil.example/api/status", "localhost");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/docs/errors#bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
  void answersOnlyReadingMethods(String method) throws IOException {
    String answer = asked(method, "/api/status", "localhost");

    assertThat(answer)
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD", "/docs/errors#method-not-allowed", method + " is not");
  }

  @Test
  void answersHeadWithTheHeadersOfGet() {
    var get = served.ask("GET", "/api/status");
    var head = served.ask("HEAD", "/api/status");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-type"))
        .isEqualTo(get.headers().firstValue("content-type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/status", "/", "/no-such", "/api/search?limit=x", "/docs/errors", "/a%00b"})
  void putsTheSecurityHeadersOnEveryAnswer(String address) {
    var headers = served.ask("GET", address).headers();

    assertThat(headers.firstValue("content-security-policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src"
                + " 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                + " form-action 'self'");
    assertThat(headers.allValues("x-content-type-options")).isEqualTo(List.of("nosniff"));
    assertThat(headers.allValues("referrer-policy")).isEqualTo(List.of("no-referrer"));
    assertThat(headers.firstValue("server")).isEmpty();
  }

  @Test
  void letsNoOtherOriginRead() {
    var headers = served.ask("GET", "/api/status", "Origin", "http://evil.example").headers();

    assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
  }

  @Test
  void cannotBeMadeToWriteAHeader() throws IOException {
    String answer = asked("GET", "/api/search?order=a%0d%0aX-Evil:%201", "localhost");

    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("\nX-Evil");
  }

  @Test
  void saysWhatIsTooLongForAnAddress() throws IOException {
    String answer = asked("GET", "/api/search?q=" + "a".repeat(400_000), "localhost");

    assertThat(answer).startsWith("HTTP/1.1 414 ").contains("/docs/errors#bad-request");
  }

  private static String askedAs(String host) throws IOException {
    return asked("GET", "/api/status", host);
  }

  private static String asked(String method, String target, String host) throws IOException {
    return served.raw(
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(method, target, host));
  }
}
