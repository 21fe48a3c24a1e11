// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir private Path temp;
  private GitFixture git;
  private String first;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
    first = git.file("a.txt", "1").commit("one", "ann", NOON);
    git.file("a.txt", "2").commit("two", "ann", NOON.plusSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "v2.14.0, 2.14.0",
    "2.14.0, v2.14.0",
    "checkout-2.14.0, 2.14.0",
    "checkout/v2.14.0, v2.14.0",
    "release-3.4.5, 3.4.5",
    "rel/3.4.5, 3.4.5"
  })
  void findsTheTagOfAVersion(String tag, String version) {
    git.tag(tag, first);
    assertThat(find("checkout", version))
        .contains(new Versions.Found(first, "told by the tag " + tag));
  }

  @Test
  void takesTheTagOfTheServiceBeforeThatOfAll() {
    git.tag("v2.14.0", git.file("a.txt", "3").commit("three", "ann", NOON.plusSeconds(2)));
    git.tag("checkout-2.14.0", first);
    assertThat(find("checkout", "2.14.0")).map(Versions.Found::commit).contains(first);
    assertThat(find("payment", "2.14.0")).map(Versions.Found::commit).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.14.0-3-g%s", "2.14.0+%s", "%s", "2.14.0-3-g%s-dirty", "main.%s"})
  void findsTheIdThatAVersionCarries(String pattern) {
    String version = pattern.formatted(first.substring(0, 8));
    assertThat(find(null, version))
        .contains(new Versions.Found(first, "told by the id in the version " + version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.9.9",
        "",
        "HEAD^{/one}",
        "../main",
        "HEAD~1",
        "@{1}",
        "main:a.txt",
        "1.0 \u001b[1m"
      })
  void takesNothingElseForAVersion(String version) {
    assertThat(find("checkout", version)).isEmpty();
  }

  private Optional<Versions.Found> find(String service, String version) {
    try (GitRepository repository = git.open()) {
      return Versions.commit(repository, service, version);
    }
  }
}
