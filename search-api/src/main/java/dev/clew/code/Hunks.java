// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;

/** Turns the edits of a file into hunks; edits whose context would overlap share one. */
final class Hunks {
  private static final int CONTEXT = 3;

  private final String file;
  private final RawText before;
  private final RawText after;

  Hunks(String file, RawText before, RawText after) {
    this.file = file;
    this.before = before;
    this.after = after;
  }

  List<DiffHunk> of(EditList edits) {
    List<DiffHunk> hunks = new ArrayList<>();
    int first = 0;
    while (first < edits.size()) {
      int last = first;
      while (last + 1 < edits.size()
          && edits.get(last + 1).getBeginA() - edits.get(last).getEndA() <= 2 * CONTEXT) {
        last++;
      }
      hunks.add(hunk(edits.subList(first, last + 1)));
      first = last + 1;
    }
    return hunks;
  }

  private DiffHunk hunk(List<Edit> edits) {
    Edit head = edits.get(0);
    Edit tail = edits.get(edits.size() - 1);
    int lead = Math.min(CONTEXT, Math.min(head.getBeginA(), head.getBeginB()));
    int a = head.getBeginA() - lead;
    int b = head.getBeginB() - lead;
    int oldStart = before.size() == 0 ? 0 : a + 1;
    int newStart = after.size() == 0 ? 0 : b + 1;
    List<Line> lines = new ArrayList<>();
    for (Edit edit : edits) {
      b += edit.getBeginA() - a;
      context(lines, a, b - (edit.getBeginA() - a), edit.getBeginA() - a);
      for (a = edit.getBeginA(); a < edit.getEndA(); a++) {
        lines.add(new Line(Op.REMOVED, DiffReader.line(before, a), a + 1, 0));
      }
      for (b = edit.getBeginB(); b < edit.getEndB(); b++) {
        lines.add(new Line(Op.ADDED, DiffReader.line(after, b), 0, b + 1));
      }
    }
    context(lines, a, b, Math.min(CONTEXT, before.size() - tail.getEndA()));
    return new DiffHunk(file, oldStart, newStart, lines);
  }

  private void context(List<Line> lines, int fromOld, int fromNew, int count) {
    for (int i = 0; i < count; i++) {
      lines.add(
          new Line(
              Op.CONTEXT, DiffReader.line(before, fromOld + i), fromOld + i + 1, fromNew + i + 1));
    }
  }
}
