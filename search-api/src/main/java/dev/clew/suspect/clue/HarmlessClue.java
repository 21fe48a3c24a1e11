// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.code.FileKind;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.edit.ValueChange;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the commit does can hardly change how the program behaves. */
final class HarmlessClue implements CommitClue {
  private static final double MOVED = -0.22;
  private static final double DEPENDENCIES = -0.12;
  private static final double PRINTS = -0.2;
  private static final double NO_CODE = -0.2;
  private static final double SWEEP = 0.35;
  private static final int SWEEP_FILES = 8;
  private static final double MOVED_SHARE = 0.88;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Edits edits = candidate.edits();
    List<Evidence> found = new ArrayList<>();
    double moved = edits.movedShare();
    if (moved >= MOVED_SHARE && ValueChange.in(edits).isEmpty()) {
      found.add(
          Evidence.of(
              MOVED,
              "moves code without changing it: %d %% of what it removes comes back"
                  .formatted(Math.round(100 * moved))));
    }
    List<String> running = edits.runningFiles();
    if (running.size() > SWEEP_FILES) {
      found.add(
          Evidence.of(
              -SWEEP * Math.log10((double) running.size() / SWEEP_FILES),
              "is a sweep over %d files".formatted(running.size())));
    }
    if (!running.isEmpty()
        && running.stream().allMatch(file -> FileKind.of(file) == FileKind.DEPENDENCIES)) {
      found.add(Evidence.of(DEPENDENCIES, "changes versions of dependencies only"));
    } else if (!edits.lines().isEmpty() && edits.lines().stream().allMatch(HarmlessClue::prints)) {
      found.add(Evidence.of(PRINTS, "changes only what is logged"));
    } else if (!running.isEmpty()
        && running.stream().noneMatch(file -> FileKind.of(file).isCode())) {
      found.add(Evidence.of(NO_CODE / 4, "changes settings only, no code"));
    }
    return found;
  }

  private static boolean prints(Edits.CodeLine line) {
    String text = line.text().strip().toLowerCase(Locale.ROOT);
    return text.startsWith("log")
        || text.startsWith("slog.")
        || text.startsWith("console.")
        || text.startsWith("print")
        || text.startsWith("this.log")
        || text.startsWith("s.log");
  }
}
