// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.terminal.Console;
import dev.clew.correlate.clock.Skews;
import dev.clew.correlate.clock.Skews.Estimate;
import dev.clew.correlate.clock.Skews.Skew;
import dev.clew.correlate.request.Clock;
import java.util.List;

/** Says which clocks were corrected by how much, and which were not and why. */
final class SkewText {
  private static final int SHOWN = 20;
  private static final int NAME = 60;

  private SkewText() {}

  static void print(Console console, Skews skews) {
    if (skews.reference().isEmpty()) {
      console.print("no clock is corrected: no request went over two of them");
      return;
    }
    Clock reference = skews.reference().get();
    List<Skew> others =
        skews.skews().stream().filter(skew -> !skew.clock().equals(reference)).toList();
    console.print("corrected to the clock of %s".formatted(name(reference)));
    others.stream()
        .limit(SHOWN)
        .forEach(skew -> console.print("  %s: %s".formatted(name(skew.clock()), done(skew))));
    if (others.size() > SHOWN) {
      console.note("%,d more clocks: see clew skew".formatted(others.size() - SHOWN));
    }
    if (!skews.sample().complete()) {
      console.note("clocks: a part of the events could not be read");
    }
    console.print("");
  }

  private static String done(Skew skew) {
    if (skew.estimate().isEmpty()) {
      return "as read, its clock is unknown: " + skew.reason();
    }
    Estimate estimate = skew.estimate().get();
    String around = "± " + Spans.text(estimate.uncertainty());
    return estimate.isCertain()
        ? "moved by %s %s".formatted(signed(-estimate.nanos()), around)
        : "as read, %s %s is not certain".formatted(signed(estimate.nanos()), around);
  }

  /** A stretch of time with its sign, also when it is above 0. */
  static String signed(long nanos) {
    return (nanos > 0 ? "+" : "") + Spans.text(nanos);
  }

  private static String name(Clock clock) {
    return (clock.host() ? "host " : "service ") + Console.safe(clock.name(), NAME);
  }
}
