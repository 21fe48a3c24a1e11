// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first run in a real browser: a server on a folder that is not there, lines that are tried, a
 * file that is dropped, a long import that is stopped.
 */
class SourcesStoryTest {
  @TempDir Path folder;

  @Test
  void leadsFromAnEmptyIndexToTheFirstEventAndStopsALongImport()
      throws IOException, InterruptedException {
    ServedProcess served =
        ServedProcess.start(
            folder.resolve("serve.log"), List.of(), "--data", folder.resolve("index").toString());
    try {
      assertThat(served.printed()).contains("there is no index in").contains("it begins empty");
      browse("http://127.0.0.1:" + served.port() + "/");
    } finally {
      served.stop();
    }
    assertThat(folder.resolve("index/uploads")).isEmptyDirectory();
    assertThat(folder.resolve("index/unread.jsonl")).isNotEmptyFile();
  }

  private void browse(String address) throws IOException, InterruptedException {
    Path output = folder.resolve("sources.log");
    Path web = Cli.home().resolve("web");
    Process story =
        new ProcessBuilder(
                "node",
                web.resolve("test/e2e/sources.mjs").toString(),
                address,
                "--shots",
                Files.createDirectories(Cli.home().resolve("search-api/target/screenshots"))
                    .toString())
            .directory(web.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = story.waitFor(5, TimeUnit.MINUTES);
    story.destroyForcibly();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    System.out.println(text);
    assertThat(ended).as("the story ends within 5 minutes").isTrue();
    assertThat(story.exitValue()).as(text).isZero();
  }
}
