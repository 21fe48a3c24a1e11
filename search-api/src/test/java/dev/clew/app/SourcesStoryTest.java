// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.browser.BrowserScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
      BrowserScript.run(
              "sources.mjs",
              "http://127.0.0.1:" + served.port() + "/",
              "--shots",
              BrowserScript.shots().toString())
          .holds();
    } finally {
      served.stop();
    }
    assertThat(folder.resolve("index/uploads")).isEmptyDirectory();
    assertThat(folder.resolve("index/unread.jsonl")).isNotEmptyFile();
  }
}
