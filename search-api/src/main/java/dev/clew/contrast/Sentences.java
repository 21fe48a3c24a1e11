// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Finding.Change;
import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.Finding.Shift;
import dev.clew.contrast.Finding.Silence;
import dev.clew.contrast.member.Trait;
import dev.clew.event.EventTime;
import dev.clew.event.Pattern;
import dev.clew.query.Quantity.Dimension;
import java.util.Locale;

/** Says findings in words, one sentence each, with the numbers they rest on. */
public final class Sentences {
  private static final int LONGEST = 120;
  private static final double MINUTE = 60e9;

  private final Differences differences;

  public Sentences(Differences differences) {
    this.differences = differences;
  }

  /** What came out, in one sentence. */
  public String verdict() {
    if (!differences.complete() && differences.verdict() != Differences.Verdict.DIFFERENT) {
      return "nothing can be said: not all events could be looked at";
    }
    return switch (differences.verdict()) {
      case DIFFERENT -> {
        int groups = differences.groups().size() + differences.more();
        yield "%,d %s, of %,d comparisons"
            .formatted(groups, groups == 1 ? "difference" : "differences", differences.tests());
      }
      case NO_DIFFERENCE ->
          "no difference beyond chance, of %,d comparisons".formatted(differences.tests());
      case NOT_ENOUGH_DATA ->
          "not enough data: %,d and %,d %s, with which chance could explain any difference"
              .formatted(differences.here().members(), differences.there().members(), members());
    };
  }

  /** What is compared, in one sentence. */
  public String sets() {
    ComparedSet here = differences.here();
    ComparedSet there = differences.there();
    return differences.times()
        ? "these %,d %s (%s a minute) with the %,d others (%s a minute)"
            .formatted(
                here.members(),
                members(),
                number(here.members() / here.minutes()),
                there.members(),
                number(there.members() / there.minutes()))
        : "these %,d %s with the %,d others".formatted(here.members(), members(), there.members());
  }

  /** The finding in one sentence. */
  public String of(Finding finding) {
    return switch (finding) {
      case Having having -> having(having);
      case Shift shift -> shift(shift);
      case Silence silence -> silence(silence);
    };
  }

  private String members() {
    return differences.by().isEmpty() ? "events" : "requests";
  }

  private String having(Having having) {
    String counts =
        " (%,d of %,d, %,d of %,d)"
            .formatted(
                having.shares().here(),
                having.shares().allHere(),
                having.shares().there(),
                having.shares().allThere());
    if (having.trait() instanceof Trait.VariableValue value) {
      return "%s is %s in %s of these and %s of the others%s, in %s"
          .formatted(
              value.variable().name(),
              shown(value.value()),
              percent(having.shares().shareHere()),
              percent(having.shares().shareThere()),
              counts,
              quoted(value.variable().pattern()));
    }
    if (differences.times()) {
      return rates(having) + counts;
    }
    return "%s of these and %s of the other %s %s%s"
        .formatted(
            percent(having.shares().shareHere()),
            percent(having.shares().shareThere()),
            members(),
            what(having.trait()),
            counts);
  }

  private String rates(Having having) {
    double now = having.shares().here() / differences.here().minutes();
    double then = having.shares().there() / differences.there().minutes();
    String change = having.change().name().toLowerCase(Locale.ROOT);
    String subject = subject(having.trait());
    return having.change() == Change.NEW || having.change() == Change.GONE
        ? "%s: %s, %s a minute and %s before".formatted(change, subject, number(now), number(then))
        : "%s: %s, %s a minute and %s before, %s times as often"
            .formatted(change, subject, number(now), number(then), number(having.ratio()));
  }

  private static String subject(Trait trait) {
    return switch (trait) {
      case Trait.FieldValue value -> value.field() + "=" + shown(value.value());
      case Trait.OfPattern of -> quoted(of.pattern());
      case Trait.Repeated of -> quoted(of.pattern()) + " several times";
      case Trait.VariableValue value -> value.field() + " " + shown(value.value());
    };
  }

  private String what(Trait trait) {
    String verb = differences.by().isEmpty() ? "say " : "have the step ";
    return switch (trait) {
      case Trait.OfPattern of -> verb + quoted(of.pattern());
      case Trait.Repeated of -> "repeat the step " + quoted(of.pattern());
      default -> "have " + subject(trait);
    };
  }

  private String shift(Shift shift) {
    return "%s is %s: median %s against %s, p95 %s against %s (of %,d against %,d%s)"
        .formatted(
            shift.name(),
            shift.dominance() > 0 ? "larger" : "smaller",
            number(shift.here().median(), shift.dimension()),
            number(shift.there().median(), shift.dimension()),
            number(shift.here().p95(), shift.dimension()),
            number(shift.there().p95(), shift.dimension()),
            shift.here().count(),
            shift.there().count(),
            shift.pattern().map(pattern -> ", in " + quoted(pattern)).orElse(""));
  }

  private static String silence(Silence silence) {
    String since = EventTime.instant(silence.last()).toString();
    return silence
        .pattern()
        .map(
            pattern ->
                "silent: %s=%s prints %s no more since %s, %s a minute before, %,d other events since"
                    .formatted(
                        silence.field(),
                        shown(silence.host()),
                        quoted(pattern),
                        since,
                        number(silence.perMinute()),
                        silence.others()))
        .orElseGet(
            () ->
                "silent: %s=%s prints nothing since %s, %s events a minute before"
                    .formatted(
                        silence.field(),
                        shown(silence.host()),
                        since,
                        number(silence.perMinute())));
  }

  private static String quoted(Pattern pattern) {
    return "“" + shown(pattern.template()) + "”";
  }

  private static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String percent(double share) {
    double hundredths = 100 * share;
    boolean round = hundredths == Math.rint(hundredths);
    String digits = round ? "%.0f" : hundredths < 0.1 || hundredths > 99.9 ? "%.3f" : "%.1f";
    return String.format(Locale.ROOT, digits, hundredths) + " %";
  }

  /** With three digits that count. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3g", value);
  }

  /** With its unit: nanoseconds and bytes as people write them. */
  static String number(double value, Dimension dimension) {
    return switch (dimension) {
      case NUMBER -> number(value);
      case PERCENT -> number(value) + " %";
      case SIZE ->
          value < 1e3
              ? number(value) + " B"
              : value < 1e6 ? number(value / 1e3) + " kB" : number(value / 1e6) + " MB";
      case TIME ->
          value > 0 && value < 1e6
              ? number(value / 1e3) + " µs"
              : value < 1e9
                  ? number(value / 1e6) + " ms"
                  : value < 2 * MINUTE
                      ? number(value / 1e9) + " s"
                      : number(value / MINUTE) + " min";
    };
  }
}
