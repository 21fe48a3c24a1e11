// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Where the lines of one version of a file are in another. White space does not count. */
public final class LineMap {
  private final EditList edits;
  private final int size;

  private LineMap(EditList edits, int size) {
    this.edits = edits;
    this.size = size;
  }

  /**
   * A line of the other version.
   *
   * @param line from 1; 0 when the other version has nothing in its place
   * @param same that the line is there; else {@code line} stands where it was replaced
   */
  public record Target(int line, boolean same) {}

  /** Compares two versions of a file, as lines without terminators. */
  public static LineMap of(List<String> from, List<String> to) {
    EditList edits =
        new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, text(from), text(to));
    return new LineMap(edits, to.size());
  }

  /** Where the line {@code line} (from 1) of the first version is in the second. */
  public Target line(int line) {
    int index = line - 1;
    int shift = 0;
    for (Edit edit : edits) {
      if (index < edit.getBeginA()) {
        break;
      }
      if (index < edit.getEndA()) {
        if (edit.getLengthB() == 0) {
          return new Target(0, false);
        }
        int within = Math.min(index - edit.getBeginA(), edit.getLengthB() - 1);
        return new Target(edit.getBeginB() + within + 1, false);
      }
      shift = edit.getEndB() - edit.getEndA();
    }
    int target = index + shift + 1;
    return target > size ? new Target(0, false) : new Target(target, true);
  }

  private static RawText text(List<String> lines) {
    return new RawText((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
