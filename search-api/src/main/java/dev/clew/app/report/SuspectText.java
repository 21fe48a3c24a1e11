// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.TimeText;
import dev.clew.code.DiffHunk;
import dev.clew.code.home.Home;
import dev.clew.note.Verdict;
import dev.clew.suspect.content.Contents;
import dev.clew.suspect.evidence.Cleared;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranked suspects for the person at the terminal: the first with all its evidence and its diff, the
 * others short.
 */
final class SuspectText {
  private static final int OTHERS = 4;
  private static final int CLEARED = 12;
  private static final int DIFF_LINES = 24;
  private static final int CONTENTS = 8;
  private static final int CONTENTS_OF_OTHERS = 2;
  private static final int WIDTH = 120;
  private static final int ADDRESS = 2_000;

  private static final int HOW = 300;

  /** What is worth saying: who names a commit or a deploy knows it, and a guess is an unknown. */
  private static final Set<Running.By> TOLD =
      EnumSet.of(Running.By.BUILD, Running.By.VERSION, Running.By.FRAMES);

  private final Console console;
  private final ZoneId zone;
  private final List<Verdict> verdicts;

  SuspectText(Console console, ZoneId zone, List<Verdict> verdicts) {
    this.console = console;
    this.zone = zone;
    this.verdicts = verdicts;
  }

  void print(SuspectReport report) {
    List<Suspect> suspects = report.suspects();
    console.print("");
    if (suspects.isEmpty()) {
      console.print(console.bold("No suspect"));
    } else {
      first(suspects.getFirst());
      others(suspects);
    }
    cleared(report.cleared());
    report.running().stream().filter(ran -> TOLD.contains(ran.by())).forEach(this::ran);
    folders(report.folders());
    report
        .unknowns()
        .forEach(unknown -> console.print("not known: " + Console.safe(unknown, WIDTH)));
  }

  private void ran(Running ran) {
    console.print(
        "ran commit %s  %s: %s"
            .formatted(
                ran.commit().substring(0, 8),
                Console.safe(ran.subject(), WIDTH),
                Console.safe(ran.how(), HOW)));
  }

  private void folders(List<Home> folders) {
    if (!folders.isEmpty()) {
      console.print("");
      console.print(console.bold("Folders of the services"));
      folders.forEach(home -> console.print("  " + Console.safe(home.text(), WIDTH)));
    }
  }

  private void first(Suspect suspect) {
    boolean operational = suspect.kind() == Suspect.Kind.OPERATIONAL;
    if (operational) {
      console.print(
          console.bold(console.green("No commit is guilty.") + " The cause is operational:"));
    } else {
      console.print(console.bold("Prime suspect"));
    }
    console.print("  " + headline(suspect));
    verdict(suspect);
    suspect.evidence().forEach(this::evidence);
    address("page", suspect.page());
    address("versions", suspect.compare());
    contents(suspect.contents(), CONTENTS);
    diff(suspect.diff());
  }

  /** What a person said; only then it is called the root cause. */
  private void verdict(Suspect suspect) {
    verdicts.stream()
        .filter(one -> one.isOf(kind(suspect.kind()), suspect.id()))
        .forEach(
            one -> {
              boolean confirmed = one.ruling() == Verdict.Ruling.CONFIRMED;
              String said =
                  "    %s by %s, %s%s"
                      .formatted(
                          confirmed ? "Root cause, confirmed" : "Dismissed",
                          Console.safe(one.by(), 80),
                          TimeText.print(one.time(), zone).substring(0, 16),
                          one.reason() == null ? "" : ": " + Console.safe(one.reason(), WIDTH));
              console.print(confirmed ? console.green(said) : said);
            });
  }

  private String headline(Suspect suspect) {
    String who = suspect.author() == null ? "" : ", " + Console.safe(suspect.author(), 60);
    String when =
        suspect.time() == null ? "" : ", " + TimeText.print(suspect.time(), zone).substring(0, 16);
    String service =
        suspect.service() == null ? "" : " [" + Console.safe(suspect.service(), 40) + "]";
    return "%s %.2f %s  %s%s%s%s"
        .formatted(
            kind(suspect.kind()),
            suspect.score(),
            suspect.strength().name().toLowerCase(Locale.ROOT),
            console.bold(shortId(suspect) + "  " + Console.safe(suspect.title(), WIDTH)),
            service,
            who,
            when);
  }

  private void evidence(Evidence evidence) {
    String place =
        evidence.file() == null
            ? ""
            : "  "
                + Console.safe(evidence.file(), 100)
                + (evidence.line() > 0 ? ":" + evidence.line() : "");
    console.print(
        "    %+.2f  %s%s"
            .formatted(evidence.weight(), Console.safe(evidence.text(), 220), console.dim(place)));
    address("      at", evidence.page());
  }

  /** Addresses stay whole: half of one leads nowhere. */
  private void address(String what, @Nullable String address) {
    if (address != null) {
      console.print(console.dim("    %s  %s".formatted(what, Console.safe(address, ADDRESS))));
    }
  }

  private void contents(Contents contents, int most) {
    contents.all().stream()
        .limit(most)
        .forEach(content -> console.print("    it " + Console.safe(content.text(), 220)));
    int more = contents.all().size() - most;
    if (more > 0 || !contents.complete()) {
      console.print(
          console.dim(
              contents.complete()
                  ? "    it changes %,d things more".formatted(more)
                  : "    it changes more than is told here"));
    }
  }

  private void diff(List<DiffHunk> hunks) {
    int left = DIFF_LINES;
    for (DiffHunk hunk : hunks) {
      if (left <= 0) {
        break;
      }
      console.print("");
      console.print("    " + console.dim(Console.safe(hunk.file(), 140)));
      for (DiffHunk.Line line : hunk.lines()) {
        if (left-- > 0) {
          diffLine(line);
        }
      }
    }
    int all = hunks.stream().mapToInt(hunk -> hunk.lines().size()).sum();
    if (all > DIFF_LINES) {
      console.print(console.dim("    … %d more lines".formatted(all - DIFF_LINES)));
    }
  }

  private void diffLine(DiffHunk.Line line) {
    int number = line.newLine() > 0 ? line.newLine() : line.oldLine();
    String text =
        "    %5d %s %s".formatted(number, line.op().sign(), Console.safe(line.text(), WIDTH));
    console.print(
        switch (line.op()) {
          case ADDED -> console.green(text);
          case REMOVED -> console.red(text);
          case CONTEXT -> text;
        });
  }

  private void others(List<Suspect> suspects) {
    if (suspects.size() < 2) {
      return;
    }
    console.print("");
    console.print(console.bold("Others"));
    for (Suspect suspect : suspects.subList(1, Math.min(suspects.size(), 1 + OTHERS))) {
      console.print("  " + headline(suspect));
      verdict(suspect);
      suspect.evidence().stream().limit(2).forEach(this::evidence);
      contents(suspect.contents(), CONTENTS_OF_OTHERS);
    }
    if (suspects.size() > 1 + OTHERS) {
      console.print(console.dim("  … %d more, weaker".formatted(suspects.size() - 1 - OTHERS)));
    }
  }

  private void cleared(List<Cleared> cleared) {
    if (cleared.isEmpty()) {
      return;
    }
    console.print("");
    console.print(console.bold("Cleared (%d)".formatted(cleared.size())));
    for (Cleared one : cleared.subList(0, Math.min(cleared.size(), CLEARED))) {
      String id =
          one.kind() == Suspect.Kind.COMMIT
              ? one.id().substring(0, Math.min(8, one.id().length()))
              : one.id();
      console.print(
          "  %s  %s — %s"
              .formatted(
                  Console.safe(id, 60),
                  Console.safe(one.title(), 70),
                  Console.safe(one.reason(), WIDTH)));
    }
    if (cleared.size() > CLEARED) {
      console.print(console.dim("  … %d more".formatted(cleared.size() - CLEARED)));
    }
  }

  private static String shortId(Suspect suspect) {
    return suspect.kind() == Suspect.Kind.COMMIT
        ? suspect.id().substring(0, Math.min(8, suspect.id().length()))
        : Console.safe(suspect.id(), 80);
  }

  private static String kind(Suspect.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
