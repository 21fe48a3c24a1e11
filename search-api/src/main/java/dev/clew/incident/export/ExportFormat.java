// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which an incident leaves Clew. */
public enum ExportFormat {
  MARKDOWN("text/markdown; charset=utf-8", "md"),
  HTML("text/html; charset=utf-8", "html"),
  PDF("application/pdf", "pdf"),
  /** The storage format of Confluence: XHTML with macros, for its editor or its API. */
  CONFLUENCE("application/xml; charset=utf-8", "confluence.xml"),
  /** The timeline alone. */
  CSV("text/csv; charset=utf-8", "csv"),
  /** All of it, for another Clew. */
  BUNDLE("application/zip", "clew");

  private final String mediaType;
  private final String ending;

  ExportFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The name of a file of an incident. */
  public String fileName(String incident) {
    return incident + "." + ending;
  }

  /** As a link names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that {@code word} names. */
  public static Optional<ExportFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
