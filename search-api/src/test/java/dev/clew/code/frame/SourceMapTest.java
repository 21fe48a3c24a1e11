// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.StackFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMapTest {
  /** One line: column 0 is line 1, column 10 line 3, column 20 line 2 of the second source. */
  private static final String MAP =
      """
      {"version":3,"sources":["../src/a.ts","../src/b.ts"],"names":[],"mappings":"AAAA,UAEA,UCDA"}\
      """;

  private static final String SCRIPT = "a();b();c();" + "x".repeat(1_200);

  @TempDir private Path temp;

  @Test
  void findsTheLastMappingBeforeAColumn() {
    SourceMap map = SourceMap.read(MAP).orElseThrow();
    assertThat(map.origin(1, 1)).contains(new SourceMap.Origin("../src/a.ts", 1));
    assertThat(map.origin(1, 11)).contains(new SourceMap.Origin("../src/a.ts", 3));
    assertThat(map.origin(1, 20)).contains(new SourceMap.Origin("../src/a.ts", 3));
    assertThat(map.origin(1, 5_000)).contains(new SourceMap.Origin("../src/b.ts", 2));
    assertThat(map.origin(1, 0)).contains(new SourceMap.Origin("../src/a.ts", 1));
    assertThat(map.origin(2, 1)).isEmpty();
  }

  @Test
  void readsMapsOfSeveralSections() {
    String sections =
        "{\"version\":3,\"sections\":[{\"offset\":{\"line\":0,\"column\":0},\"map\":"
            + MAP
            + "},{\"offset\":{\"line\":4,\"column\":100},\"map\":"
            + MAP.replace("a.ts", "c.ts")
            + "}]}";
    SourceMap map = SourceMap.read(sections).orElseThrow();
    assertThat(map.origin(1, 11)).contains(new SourceMap.Origin("../src/a.ts", 3));
    assertThat(map.origin(5, 111)).contains(new SourceMap.Origin("../src/c.ts", 3));
  }

  @Test
  void knowsTheRootAndWhatStandsInFront() {
    String map = ")]}'\n" + MAP.replace("\"names\"", "\"sourceRoot\":\"/srv/web\",\"names\"");
    assertThat(SourceMap.read(map).orElseThrow().origin(1, 1))
        .contains(new SourceMap.Origin("/srv/web/../src/a.ts", 1));
  }

  @Test
  void takesNoHarmFromBrokenMaps() {
    assertThat(SourceMap.read("no map")).isEmpty();
    assertThat(SourceMap.read("{\"version\":2,\"mappings\":\"AAAA\"}")).isEmpty();
    assertThat(SourceMap.read("[".repeat(100_000))).isEmpty();
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[40];
      random.nextBytes(bytes);
      String mappings =
          Base64.getEncoder().encodeToString(bytes).replace('Q', ';').replace('B', ',');
      String json = "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"" + mappings + "\"}";
      SourceMap.read(json).orElseThrow().origin(1 + random.nextInt(3), random.nextInt(50));
    }
  }

  @Test
  void followsMinifiedCodeToItsSource() {
    GitFixture git = fixture().file("dist/x.min.js", SCRIPT).file("dist/x.min.js.map", MAP);
    ResolvedFrame frame = resolve(git, "/app/dist/x.min.js", 11);
    assertThat(frame.path()).isEqualTo("src/a.ts");
    assertThat(frame.line()).isEqualTo(3);
    assertThat(frame.reason()).isEqualTo("by its source map");
  }

  @Test
  void readsTheMapThatTheScriptNamesOrHolds() {
    GitFixture named =
        fixture()
            .file("dist/x.min.js", SCRIPT, "//# sourceMappingURL=maps/../y.map")
            .file("dist/y.map", MAP);
    assertThat(resolve(named, "/app/dist/x.min.js", 21).path()).isEqualTo("src/b.ts");
    String data = Base64.getEncoder().encodeToString(MAP.getBytes(StandardCharsets.UTF_8));
    GitFixture held =
        fixture()
            .file(
                "dist/x.min.js",
                SCRIPT,
                "//# sourceMappingURL=data:application/json;charset=utf-8;base64," + data);
    assertThat(resolve(held, "/app/dist/x.min.js", 21).path()).isEqualTo("src/b.ts");
  }

  @Test
  void readsMapsFromAFolderForScriptsThatAreNotInTheRepository() throws IOException {
    Path maps = Files.createDirectories(temp.resolve("maps/dist"));
    Files.writeString(
        maps.resolve("x.js.map"), MAP.replace("../src/a.ts", "webpack://shop/./src/a.ts?b1c2"));
    GitFixture git = fixture();
    String at = git.commit("all", "ann", Instant.EPOCH);
    try (GitRepository repository = git.open().withSourceMaps(temp.resolve("maps"))) {
      ResolvedFrame frame =
          new FrameResolver(repository)
              .resolve(new StackFrame("Object", "<anonymous>", "/app/dist/x.js", 1, 11), at);
      assertThat(frame.path()).isEqualTo("src/a.ts");
      assertThat(frame.line()).isEqualTo(3);
    }
  }

  @Test
  void saysThatMinifiedCodeLacksItsMap() {
    ResolvedFrame frame = resolve(fixture().file("dist/x.min.js", SCRIPT), "/dist/x.min.js", 11);
    assertThat(frame.reason()).contains("minified", "x.min.js.map", "--source-maps");
  }

  private GitFixture fixture() {
    return GitFixture.in(temp.resolve("repo" + System.nanoTime()))
        .file("src/a.ts", "one", "two", "three")
        .file("src/b.ts", "one", "two");
  }

  private static ResolvedFrame resolve(GitFixture git, String file, int column) {
    String at = git.commit("all", "ann", Instant.EPOCH);
    try (GitRepository repository = git.open()) {
      return new FrameResolver(repository).resolve(new StackFrame("", "t", file, 1, column), at);
    }
  }
}
