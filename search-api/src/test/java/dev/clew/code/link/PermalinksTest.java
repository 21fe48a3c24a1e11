// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinksTest {
  private static final String PATH = "src/a b#1.java";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://github.com/acme/shop.git | https://github.com/acme/shop/commit/c1 | https://github.com/acme/shop/blob/c1/src/a%20b%231.java#L7
          git@github.com:acme/shop.git | https://github.com/acme/shop/commit/c1 | https://github.com/acme/shop/blob/c1/src/a%20b%231.java#L7
          ssh://git@github.acme.com:2222/acme/shop | https://github.acme.com/acme/shop/commit/c1 | https://github.acme.com/acme/shop/blob/c1/src/a%20b%231.java#L7
          https://kim:secret@gitlab.com/acme/team/shop.git | https://gitlab.com/acme/team/shop/-/commit/c1 | https://gitlab.com/acme/team/shop/-/blob/c1/src/a%20b%231.java#L7
          https://codeberg.org/acme/shop | https://codeberg.org/acme/shop/commit/c1 | https://codeberg.org/acme/shop/src/commit/c1/src/a%20b%231.java#L7
          git@bitbucket.org:acme/shop.git | https://bitbucket.org/acme/shop/commits/c1 | https://bitbucket.org/acme/shop/src/c1/src/a%20b%231.java#lines-7
          https://bitbucket.acme.com:8443/scm/pay/shop.git | https://bitbucket.acme.com:8443/projects/pay/repos/shop/commits/c1 | https://bitbucket.acme.com:8443/projects/pay/repos/shop/browse/src/a%20b%231.java?at=c1#7
          ssh://git@bitbucket.acme.com:7999/~kim/shop.git | https://bitbucket.acme.com/users/kim/repos/shop/commits/c1 | https://bitbucket.acme.com/users/kim/repos/shop/browse/src/a%20b%231.java?at=c1#7
          https://dev.azure.com/acme/pay/_git/shop | https://dev.azure.com/acme/pay/_git/shop/commit/c1 | https://dev.azure.com/acme/pay/_git/shop?path=/src/a%20b%231.java&version=GCc1&line=7&lineEnd=8&lineStartColumn=1&lineEndColumn=1
          git@ssh.dev.azure.com:v3/acme/pay/shop | https://dev.azure.com/acme/pay/_git/shop/commit/c1 | https://dev.azure.com/acme/pay/_git/shop?path=/src/a%20b%231.java&version=GCc1&line=7&lineEnd=8&lineStartColumn=1&lineEndColumn=1
          https://git.kernel.org/pub/scm/git/git.git | https://git.kernel.org/pub/scm/git/git.git/commit/?id=c1 | https://git.kernel.org/pub/scm/git/git.git/tree/src/a%20b%231.java?id=c1#n7
          """)
  void namesCommitsAndLines(String remote, String commit, String line) {
    Permalinks links = Permalinks.of(remote).orElseThrow();

    assertThat(links.commit("c1")).isEqualTo(commit);
    assertThat(links.file("c1", PATH, 7)).isEqualTo(line);
  }

  @Test
  void comparesCommitsAndSaysWhoWroteALine() {
    Permalinks github = Permalinks.of("https://github.com/acme/shop").orElseThrow();
    Permalinks cgit = Permalinks.of("https://cgit.acme.com/shop.git").orElseThrow();

    assertThat(github.compare("c1", "c2"))
        .isEqualTo("https://github.com/acme/shop/compare/c1...c2");
    assertThat(github.blame("c1", "A.java", 3))
        .contains("https://github.com/acme/shop/blame/c1/A.java#L3");
    assertThat(github.file("c1", "A.java", 0))
        .isEqualTo("https://github.com/acme/shop/blob/c1/A.java");
    assertThat(cgit.compare("c1", "c2"))
        .isEqualTo("https://cgit.acme.com/shop.git/diff/?id=c2&id2=c1");
    assertThat(Permalinks.of("https://bitbucket.acme.com/scm/p/shop").orElseThrow())
        .satisfies(server -> assertThat(server.blame("c1", "A.java", 3)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../shop.git",
        "/srv/git/github.com/shop.git",
        "file:///srv/github.com/acme/shop",
        "C:\\repos\\github",
        "C:/github/acme",
        "https://github.com/",
        "https://github.com/acme/../../etc",
        "https://github.com/acme/shop?x=1",
        "https://github.com/a\"onmouseover=x/shop",
        "javascript://github.com/acme/shop",
        "ext::sh -c github.com/acme/shop",
        "https://code.acme.com/acme/shop"
      })
  void knowsNoPagesOf(String remote) {
    assertThat(Permalinks.of(remote)).isEmpty();
  }
}
