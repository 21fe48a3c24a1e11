// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.explain.window.Tallies.Tally;

/** A pattern's change as a sentence. */
final class PatternWords {
  private PatternWords() {}

  static String of(Shift shift) {
    Tally tally = shift.tally();
    String who = tally.service() == null ? "" : tally.service() + " ";
    String what = "“" + Words.quote(tally.pattern().template()) + "”";
    return switch (shift.kind()) {
      case NEW ->
          "%slogged %s of a new %spattern %s, first at %s; none before"
              .formatted(
                  who,
                  Words.events(shift.now()),
                  Words.level(tally.severity()),
                  what,
                  Words.time(tally.first()));
      case GONE ->
          "%sno longer logs the %spattern %s: %s before, %s expected now, none seen"
              .formatted(
                  who,
                  Words.level(tally.severity()),
                  what,
                  Words.events(shift.before()),
                  Words.number(shift.expected()));
      case MORE, LESS ->
          "%slogged %s of the %spattern %s where %s were to be expected (%d before)"
              .formatted(
                  who,
                  Words.events(shift.now()),
                  Words.level(tally.severity()),
                  what,
                  Words.number(shift.expected()),
                  shift.before());
    };
  }
}
