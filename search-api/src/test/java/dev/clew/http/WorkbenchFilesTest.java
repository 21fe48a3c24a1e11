// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbenchFilesTest {
  @TempDir private Path classPath;
  private URLClassLoader loader;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Path pages = Files.createDirectories(classPath.resolve("META-INF/resources/clew/assets"));
    Files.writeString(pages.resolveSibling("index.html"), "<!doctype html><title>Clew</title>");
    Files.writeString(pages.resolveSibling("clew.svg"), "<svg/>");
    Files.writeString(pages.resolve("index-Ab3_x9.js"), "let a = 1;\n".repeat(500));
    Files.writeString(classPath.resolve("META-INF/resources/secret.txt"), "secret");
    Files.writeString(classPath.resolve("secret.txt"), "secret");
    loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null);
    served = Served.pages(loader);
  }

  @AfterEach
  void stop() throws IOException {
    served.close();
    loader.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/i", "/i?q=a&from=2026-11-21", "/index.html"})
  void servesThePageAtEveryView(String address) {
    var answer = served.ask("GET", address);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<!doctype html>");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/html")
        .containsIgnoringCase("utf-8");
    assertThat(answer.headers().firstValue("content-security-policy")).isPresent();
  }

  @Test
  void letsHashedFilesBeKept() {
    var answer = served.bytes("/assets/index-Ab3_x9.js", "Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("cache-control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
  }

  @Test
  void servesImagesAsImages() {
    assertThat(served.ask("GET", "/clew.svg").headers().firstValue("content-type"))
        .contains("image/svg+xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/../../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/assets//../../../../secret.txt",
        "//secret.txt",
        "/..;/secret.txt",
        "/.hidden.txt",
        "/assets/",
        "/assets",
        "/META-INF/MANIFEST.MF",
        "/secret.txt",
        "/secret.txt%00.html",
        "/file:/etc/passwd",
        "/index.html/"
      })
  void servesNothingOutsideTheFolder(String path) throws IOException {
    String answer =
        served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .matches("(?s)HTTP/1.1 (400|404) .*")
        .contains("application/problem+json")
        .doesNotContain("secret\r\n", "root:");
  }

  @Test
  void saysInPlainWordsThatThereAreNoPages() throws IOException {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null);
        Served without = Served.pages(empty)) {
      var answer = without.ask("GET", "/");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/plain");
      assertThat(answer.body()).contains("no workbench", "/api/status");
    }
  }
}
