// SPDX-License-Identifier: Apache-2.0
package dev.clew.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code web/test/e2e} that has come to its end in a real browser.
 *
 * @param exitCode 0 when all that it checked holds
 * @param text what it printed
 */
public record BrowserScript(int exitCode, String text) {
  private static final long MINUTES = 5;
  private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();

  /**
   * Runs it, and prints what it prints.
   *
   * @param name its path below {@code web/test/e2e}
   */
  public static BrowserScript run(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("node", WEB.resolve("test/e2e").resolve(name).toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("browser", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(WEB.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      String text = Files.readString(output, StandardCharsets.UTF_8);
      System.out.println("== " + name + "\n" + text);
      assertThat(ended).as("%s ends within %d minutes", name, MINUTES).isTrue();
      return new BrowserScript(process.exitValue(), text);
    } finally {
      Files.delete(output);
    }
  }

  /** Fails when anything that it checked does not hold. */
  public void holds() {
    assertThat(exitCode).as(text).isZero();
  }

  /** Where pictures are put that people look at. */
  public static Path shots() throws IOException {
    return Files.createDirectories(Path.of("target", "screenshots").toAbsolutePath());
  }
}
