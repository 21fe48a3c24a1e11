// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.browser.BrowserScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that grows by a thousand lines a second, followed in a real browser. */
class LiveTailTest {
  @TempDir Path folder;

  @Test
  void followsWhatIsWritten() throws IOException, InterruptedException {
    Path file = Files.createFile(Files.createDirectory(folder.resolve("logs")).resolve("app.log"));
    ServedProcess served =
        ServedProcess.start(
            folder.resolve("serve.log"),
            List.of(),
            "--data",
            folder.resolve("index").toString(),
            "--watch",
            file.toString());
    try {
      BrowserScript.run("acceptance/tail.mjs", "http://127.0.0.1:" + served.port(), file.toString())
          .holds();
    } finally {
      served.stop();
    }
  }
}
