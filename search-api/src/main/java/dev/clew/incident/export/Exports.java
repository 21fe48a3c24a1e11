// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Whole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes incidents as files, and reads the one kind of file that can be read back. Thread-safe. */
public final class Exports {
  private final Optional<PdfPrinter> printer;

  /**
   * A writer.
   *
   * @param browser the program of a browser of the Chromium family, which prints, and what must be
   *     said to it here; empty when there is none, and no PDF then
   */
  public Exports(List<String> browser) {
    this.printer = browser.isEmpty() ? Optional.empty() : Optional.of(new PdfPrinter(browser));
  }

  /**
   * The incident as a file.
   *
   * @throws PdfException when it cannot be printed
   */
  public byte[] write(Whole whole, ExportFormat format) {
    return switch (format) {
      case MARKDOWN -> bytes(MarkdownFile.of(Postmortem.of(whole)));
      case HTML -> bytes(html(whole));
      case PDF ->
          printer
              .orElseThrow(
                  () -> new PdfException("there is no browser here that could print", null))
              .print(html(whole));
      case CONFLUENCE -> bytes(ConfluenceFile.of(Postmortem.of(whole)));
      case CSV -> bytes(TimelineCsv.of(whole.incident()));
      case BUNDLE -> bundle(whole);
    };
  }

  /**
   * Reads a bundle.
   *
   * @throws BundleException when it is none, is damaged, or holds more than is taken
   */
  public Whole read(InputStream bundle) {
    return Bundle.read(bundle);
  }

  private static String html(Whole whole) {
    List<Part> parts = Postmortem.of(whole);
    return HtmlFile.of(Postmortem.title(whole.incident()), parts);
  }

  private static byte[] bundle(Whole whole) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Bundle.write(whole, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written to", impossible);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
