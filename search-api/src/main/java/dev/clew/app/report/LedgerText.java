// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.Bytes;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.ingest.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The account of a reading in words. */
public final class LedgerText {
  private static final int MOST_KNOWN = 20;

  private LedgerText() {}

  /** Lines, events, rejections by reason, bytes and seconds, then what could not be read. */
  public static void print(Console console, Ledger ledger, Duration took) {
    console.print("%,d lines = %s".formatted(ledger.lines(), parts(ledger)));
    ledger
        .rejectedLines()
        .forEach(
            (reason, count) ->
                console.print(
                    "  rejected: %,d lines, %s".formatted(count, Console.safe(reason, 100))));
    console.print(
        "%s in %d files, %s"
            .formatted(Bytes.text(ledger.bytes()), ledger.files().size(), pace(ledger, took)));
    if (ledger.earlier().lines() > 0) {
      console.print(
          "%,d lines of these files were read before".formatted(ledger.earlier().lines()));
    }
    problems(console, ledger);
  }

  /** The same on one line. */
  public static void brief(Console console, Ledger ledger, Duration took) {
    console.print(
        console.dim(
            "   read %,d events in %d files (%s), %s"
                .formatted(
                    ledger.events(),
                    ledger.files().size(),
                    Bytes.text(ledger.bytes()),
                    pace(ledger, took))));
  }

  /** Service, host and zone of the sources, each with the rule that says so. */
  public static void known(Console console, Ledger ledger) {
    ledger.files().stream()
        .limit(MOST_KNOWN)
        .forEach(
            row ->
                console.print(
                    console.dim(
                        "%s: %s"
                            .formatted(
                                Console.safe(row.file(), 80),
                                Console.safe(String.join(", ", row.known()), 300)))));
    if (ledger.files().size() > MOST_KNOWN) {
      console.print(
          console.dim("… and %,d more files".formatted(ledger.files().size() - MOST_KNOWN)));
    }
  }

  /** What could not be read, one line each, beside the results. */
  public static void problems(Console console, Ledger ledger) {
    ledger
        .problems()
        .forEach(problem -> console.note("clew: " + Console.safe(problem.toString(), 400)));
  }

  /**
   * 0 when there are events, new or known; 3 when there are none and a path is not there; else 1.
   */
  public static int exitCode(Ledger ledger, List<Path> paths) {
    if (ledger.events() + ledger.earlier().events() > 0) {
      return 0;
    }
    boolean absent =
        paths.stream().anyMatch(path -> !path.toString().equals("-") && Files.notExists(path));
    return absent ? Fault.ENVIRONMENT : 1;
  }

  private static String parts(Ledger ledger) {
    long rejected = ledger.rejectedLines().values().stream().mapToLong(Long::longValue).sum();
    String shared =
        ledger.sharedLines() == 0 ? "" : " - %,d that share a line".formatted(ledger.sharedLines());
    return "%,d events%s + %,d continuation lines + %,d rejected lines"
        .formatted(ledger.events(), shared, ledger.continuationLines(), rejected);
  }

  private static String pace(Ledger ledger, Duration took) {
    double seconds = Math.max(1, took.toMillis()) / 1000.0;
    return String.format(Locale.ROOT, "%.1f s, %,.0f lines/s", seconds, ledger.lines() / seconds);
  }
}
