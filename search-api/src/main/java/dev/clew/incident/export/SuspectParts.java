// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored answer about suspects: the one that is meant with its evidence, the others by name. */
final class SuspectParts {
  private static final int MOST_OTHERS = 10;

  private SuspectParts() {}

  static List<Part> of(Answer answer, @Nullable Chosen chosen, Times times) {
    List<Answer> suspects = answer.all("suspects");
    Optional<Answer> meant =
        chosen == null
            ? suspects.stream().findFirst()
            : suspects.stream().filter(suspect -> is(suspect, chosen)).findFirst();
    if (meant.isEmpty()) {
      return List.of(new Part.Sentence("No suspect was found."));
    }
    List<Part> parts = new ArrayList<>(one(meant.get(), times));
    others(suspects, meant.get()).ifPresent(parts::add);
    parts.add(
        new Part.Sentence(
            "%d changes were looked at and cleared.".formatted(answer.all("cleared").size())));
    return parts;
  }

  private static boolean is(Answer suspect, Chosen chosen) {
    return suspect.text("kind").equals(chosen.kind()) && suspect.text("id").equals(chosen.id());
  }

  private static List<Part> one(Answer suspect, Times times) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part.Sentence(
            String.format(
                Locale.ROOT,
                "%s %s “%s” by %s, %s. Score %.2f (%s); a score, not a probability.",
                suspect.text("kind"),
                suspect.text("id"),
                suspect.text("title"),
                suspect.text("author"),
                suspect.time("time", times),
                suspect.real("score"),
                suspect.text("strength"))));
    List<List<String>> evidence = new ArrayList<>();
    for (Answer line : suspect.all("evidence")) {
      String place = line.text("file").isEmpty() ? "" : line.text("file") + ":" + line.text("line");
      evidence.add(
          List.of(
              String.format(Locale.ROOT, "%+.2f", line.real("weight")), line.text("text"), place));
    }
    if (!evidence.isEmpty()) {
      parts.add(new Part.Rows(List.of("Weight", "Evidence", "Where"), evidence));
    }
    List<String> diff = diff(suspect);
    if (!diff.isEmpty()) {
      parts.add(new Part.Lines(diff));
    }
    return parts;
  }

  private static List<String> diff(Answer suspect) {
    List<String> lines = new ArrayList<>();
    for (Answer hunk : suspect.all("diff")) {
      lines.add(
          "@@ %s -%s +%s"
              .formatted(hunk.text("file"), hunk.text("oldStart"), hunk.text("newStart")));
      hunk.all("lines").forEach(line -> lines.add(line.text("op") + line.text("text")));
    }
    return lines;
  }

  private static Optional<Part> others(List<Answer> suspects, Answer meant) {
    List<List<String>> rows = new ArrayList<>();
    for (Answer suspect : suspects) {
      if (!suspect.equals(meant) && rows.size() < MOST_OTHERS) {
        rows.add(
            List.of(
                String.format(Locale.ROOT, "%.2f", suspect.real("score")),
                suspect.text("strength"),
                suspect.text("kind"),
                suspect.text("title")));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part.Rows(
                List.of(
                    "Score",
                    "Strength",
                    "Kind",
                    "Other suspects (%d)".formatted(suspects.size() - 1)),
                rows));
  }
}
