// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints the HTML document by a browser of the Chromium family, without a window or a network. The
 * document's own policy allows no script. One document at a time.
 */
final class PdfPrinter {
  private static final int PATIENCE_SECONDS = 60;

  private final List<String> browser;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * A printer.
   *
   * @param browser the program, and what must be said to it here
   */
  PdfPrinter(List<String> browser) {
    this.browser = List.copyOf(browser);
  }

  /**
   * The document on paper.
   *
   * @throws PdfException when the browser cannot be started, fails, or takes more than a minute; or
   *     when another document is still being printed after a minute
   */
  byte[] print(String html) {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new PdfException("another document is being printed", null);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PdfException("the printing was stopped", stopped);
    }
    try {
      return printed(html);
    } finally {
      turn.release();
    }
  }

  private byte[] printed(String html) {
    try {
      Path folder = Files.createTempDirectory("clew-pdf");
      try {
        return print(html, folder);
      } finally {
        remove(folder);
      }
    } catch (IOException failed) {
      throw new PdfException("the document cannot be printed: " + failed.getMessage(), failed);
    }
  }

  private byte[] print(String html, Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), html, StandardCharsets.UTF_8);
    Path pdf = folder.resolve("page.pdf");
    Process process =
        new ProcessBuilder(command(page, pdf, folder.resolve("profile")))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new PdfException("the browser took more than %d s".formatted(PATIENCE_SECONDS), null);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PdfException("the printing was stopped", stopped);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0 || !Files.isRegularFile(pdf)) {
      throw new PdfException(
          "%s gave no PDF (exit %d)".formatted(browser.getFirst(), process.exitValue()), null);
    }
    return Files.readAllBytes(pdf);
  }

  private List<String> command(Path page, Path pdf, Path profile) {
    List<String> command = new ArrayList<>(browser);
    command.addAll(
        List.of(
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-pdf-header-footer",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + profile,
            "--print-to-pdf=" + pdf));
    command.add(page.toUri().toString());
    return command;
  }

  /** What the browser still holds for a moment may stay; the folder is a temporary one. */
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
