// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to one file, without the text.
 *
 * @param kind what happened
 * @param oldPath path before; equal to {@code newPath} unless the file was renamed or copied
 * @param newPath path after; the old path when the file was removed
 * @param formatOnly true for code that is the same before and after but for white space and
 *     comments
 * @param spans the changed stretches, in order
 * @param added how often each word stands in added lines of code, comments left out
 * @param removed the same of removed lines
 * @param unread why contents were not compared; null when they were
 */
public record FileChange(
    FileDiff.Kind kind,
    String oldPath,
    String newPath,
    boolean formatOnly,
    List<Span> spans,
    Map<String, Integer> added,
    Map<String, Integer> removed,
    @Nullable String unread) {
  /**
   * A changed stretch.
   *
   * @param oldLine first removed line, from 1; where only lines were added, the line before them
   * @param removed how many lines were removed
   * @param newLine first added line, from 1; where only lines were removed, the line before them
   * @param added how many lines were added
   */
  public record Span(int oldLine, int removed, int newLine, int added) {}

  public FileChange {
    spans = List.copyOf(spans);
  }

  /** What the file is for. */
  public FileKind purpose() {
    return FileKind.of(newPath);
  }
}
