// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import java.util.List;

/**
 * Every clue there is, and how much each counts. Of a trace alone, with the whole history to choose
 * from, the weights are fitted to failures whose introducing commit is known, as docs/suspects.md
 * tells. In an incident deploys, settings and flags compete with commits, and most of the history
 * is ruled out by what was deployed when; its weights are set by hand and measured on incidents.
 */
public final class Clues {
  private Clues() {}

  private record Entry(String name, Clue clue, double incident, double trace) {}

  private static List<Entry> entries() {
    return List.of(
        new Entry("failing-line", new FailingLineClue(), 0.34, 0.08),
        new Entry("function", new FunctionClue(), 0.34, 0.19),
        new Entry("file", new TouchedFileClue(), 0.3, 0.32),
        new Entry("names-in-code", new NamesInCodeClue(), 0, 0.19),
        new Entry("names-in-message", new NamesInMessageClue(), 0, 0.08),
        new Entry("names-in-paths", new NamesInPathsClue(), 0, 0.12),
        new Entry("words", new WordingClue(), 1, 0.53),
        new Entry("size", new SizeClue(), 0, 0.14),
        new Entry("recency", new RecencyClue(), 0.1, 0.44),
        new Entry("used-name", new UsedNameClue(false), 1, 0),
        new Entry("used-name-of-topic", new UsedNameClue(true), 1, 1),
        new Entry("deployed", new DeployedClue(), 1, 1),
        new Entry("settled", new SettledClue(), 1, 1),
        new Entry("long-ago", new LongAgoClue(), 1, 1),
        new Entry("message", new NewMessageClue(), 1, 0.1),
        new Entry("number", new NumberClue(), 1, 1),
        new Entry("value", new ValueClue(), 1, 0.36),
        new Entry("guard", new GuardClue(), 1, 0.32),
        new Entry("owner", new OwnerClue(), 1, 1),
        new Entry("harmless", new HarmlessClue(), 1, 0.31),
        new Entry("change-time", new ChangeTimeClue(), 1, 1),
        new Entry("setting", new SettingClue(), 1, 1),
        new Entry("restart", new RestartClue(), 1, 1));
  }

  /** The clues of an incident, in the order in which evidence of equal weight is told. */
  public static List<Weighed> ofIncident() {
    return entries().stream()
        .filter(entry -> entry.incident != 0)
        .map(entry -> new Weighed(entry.name, entry.clue, entry.incident))
        .toList();
  }

  /** The clues of a trace alone, in the order in which evidence of equal weight is told. */
  public static List<Weighed> ofTrace() {
    return entries().stream()
        .filter(entry -> entry.trace != 0)
        .map(entry -> new Weighed(entry.name, entry.clue, entry.trace))
        .toList();
  }
}
