// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void comparesWordsByTheirStem() {
    assertThat(Words.of("token is expired")).isEqualTo(Words.of("tokenExpiry"));
    assertThat(Words.of("readTimeoutMs HTTPServer")).contains("read", "timeout");
  }
}
