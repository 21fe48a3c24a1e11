// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.explain.place.Blame;
import dev.clew.explain.place.CodeNames;
import dev.clew.explain.place.CodePlaces;
import dev.clew.explain.place.Ownership;
import dev.clew.explain.place.Place;
import dev.clew.explain.place.PrintedPlaces;
import dev.clew.explain.window.Silent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the code places the failing events name: calls of their stacks, the innermost of the
 * application first, what the failing work came by before, then the files of the loggers whose
 * patterns changed, and what fell silent.
 */
final class LocationRanking {
  private static final double DEPTH_LOSS = 0.65;
  private static final double LATENESS = 20;
  private static final double OWN = 0.5;
  private static final double FALL = 0.2;
  private static final double LOGGER = 0.35;
  private static final double STATEMENT = 0.6;

  /** What is left of other clues where stacks say more. */
  private static final double BESIDE_STACKS = 0.3;

  /** The weight of the first code that fell silent. */
  private static final double SILENCE = 0.3;

  /**
   * What the next loses, as far as that is believed: it may only miss what the first did not do.
   */
  private static final double LATER_SILENCE = 0.2;

  /** And for what else is silent of a file that is counted already. */
  private static final double SAME_FILE = 0.5;

  /** So many expected events make a silence mean something: chance ends one of three of these. */
  private static final double BELIEVED = 3;

  /** The share of a stack's weight for what the messages of its exceptions name. */
  private static final double NAMED = 0.6;

  /** And for what the unit of work came by last before it. */
  private static final double TRAIL = 0.2;

  /** What is left of that for what it came by before. */
  private static final double EARLIER = 0.8;

  /** What is left of a stack's weight when a client of another service raised the exception. */
  private static final double NOTICED = 0.3;

  private final Ownership ownership;
  private final Blame blame;
  private final CodeNames names;
  private final LocationScores scores = new LocationScores();
  private final Set<String> servicesWithStacks = new HashSet<>();

  LocationRanking(Ownership ownership, Blame blame, CodeNames names) {
    this.ownership = ownership;
    this.blame = blame;
    this.names = names;
  }

  /**
   * Weighs the calls of each stack seen now. Those the baseline has too weigh little, those first
   * seen long after the first new one half.
   */
  void stacks(CodePlaces now, CodePlaces before, double nanos) {
    before.stacks();
    List<CodePlaces.Stack> stacks = now.stacks();
    long earliest =
        stacks.stream()
            .filter(stack -> before.count(stack) == 0)
            .mapToLong(CodePlaces.Stack::firstTime)
            .min()
            .orElse(Long.MIN_VALUE);
    for (CodePlaces.Stack stack : stacks) {
      double late = Math.max(0.0, (double) stack.firstTime() - (double) earliest) / nanos;
      boolean isNew = before.count(stack) == 0;
      double news = isNew ? 0.5 + 0.5 * Math.exp(-LATENESS * late) : 0.1;
      boolean noticed = blame.elsewhere(stack.places(), stack.service()).isPresent();
      news *= noticed ? NOTICED : 1;
      double weight = news * (0.6 + 0.1 * Math.log1p((double) stack.count()));
      stack(stack, weight, text(stack, isNew));
      if (isNew) {
        servicesWithStacks.add(stack.service());
        background(stack, weight);
      }
    }
  }

  private void stack(CodePlaces.Stack stack, double weight, String text) {
    double depth = 1;
    Set<String> files = new HashSet<>();
    for (Place place : stack.places()) {
      double own = ownership.of(place.path(), stack.service());
      scores.add(place, weight * depth * own, files.add(place.path()), text, stack.first());
      if (own >= OWN) {
        depth *= DEPTH_LOSS;
      }
    }
  }

  /**
   * Weighs what else the failing work names, besides the files of its stack: in the messages of the
   * exceptions, and before them, the latest most.
   */
  private void background(CodePlaces.Stack stack, double weight) {
    Set<String> files = new HashSet<>();
    stack.places().forEach(place -> files.add(place.path()));
    String when = Words.time(stack.first().time().epochNanos());
    for (Place place : stack.named()) {
      if (files.add(place.path())) {
        double own = ownership.of(place.path(), stack.service());
        String text = "what failed at %s names this code".formatted(when);
        scores.add(place, NAMED * weight * own, true, text, stack.first());
      }
    }
    double share = TRAIL;
    for (Place place : stack.before()) {
      if (files.add(place.path())) {
        double own = ownership.of(place.path(), stack.service());
        String text = "what failed at %s came by this code before".formatted(when);
        scores.add(place, share * weight * own, true, text, stack.first());
        share *= own >= OWN ? EARLIER : 1;
      }
    }
  }

  /**
   * Weighs where the changed patterns are printed: the best of each logger, less where stacks say
   * more.
   */
  void shifts(List<Shift> shifts, Map<String, LogEvent> examples) {
    Set<String> seen = new HashSet<>();
    for (Shift shift : shifts) {
      LogEvent example = examples.get(shift.tally().key());
      double trust = servicesWithStacks.contains(shift.service()) ? BESIDE_STACKS : 1;
      double weight = trust * shift.score() * (shift.isRise() ? shift.failing() : FALL);
      String text = PatternWords.of(shift);
      String logger = shift.tally().logger();
      if (logger != null && seen.add(logger)) {
        Place.ofLogger(logger)
            .ifPresent(place -> printed(place, LOGGER * weight, shift, text, example));
      }
      if (example != null) {
        PrintedPlaces.ofStatement(example)
            .filter(place -> seen.add(place.path() + place.function()))
            .ifPresent(place -> printed(place, STATEMENT * weight, shift, text, example));
      }
    }
  }

  /**
   * Weighs the code that fell silent: the first of it, in the order of the baseline, most. A file
   * counts once; beside new stacks silence may well be what came of them.
   */
  void silences(List<Silent> inOrder) {
    double share = SILENCE * (servicesWithStacks.isEmpty() ? 1 : BESIDE_STACKS);
    Set<String> files = new HashSet<>();
    for (Silent each : inOrder) {
      Optional<Place> place = names.place(each.logger());
      if (place.isPresent()) {
        double own = ownership.of(place.get().path(), each.service());
        double belief = 1 - Math.exp(-each.expected() / BELIEVED);
        double weight = share * own * belief;
        boolean first = files.add(place.get().path());
        scores.add(place.get(), weight * (first ? 1 : SAME_FILE), first, text(each), null);
        share *= first && own >= OWN ? 1 - LATER_SILENCE * belief : 1;
      }
    }
  }

  private static String text(Silent silent) {
    return "%s of %s fell silent: %s in the baseline, none now"
        .formatted(silent.logger(), silent.service(), Words.events(silent.before()));
  }

  private void printed(
      Place place, double weight, Shift shift, String text, @Nullable LogEvent example) {
    double own = ownership.of(place.path(), shift.service());
    scores.add(place, weight * own, true, text, example);
  }

  /** Best first. */
  List<Location> ranked() {
    return scores.ranked();
  }

  private static String text(CodePlaces.Stack stack, boolean isNew) {
    return String.format(
        Locale.ROOT,
        "%s carries this call in its stack, first at %s%s",
        Words.events(stack.count()),
        Words.time(stack.first().time().epochNanos()),
        isNew ? "; none in the baseline" : "; the baseline has it too");
  }
}
