// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.explain.place.Blame;
import dev.clew.explain.place.CodePlaces;
import dev.clew.explain.place.Ownership;
import dev.clew.explain.place.Place;
import dev.clew.explain.place.PrintedPlaces;
import dev.clew.explain.window.Silent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the code places the failing events name: calls of their stacks, the innermost of the
 * application first, then the files of the loggers whose patterns changed.
 */
final class LocationRanking {
  private static final int MOST = 200;
  private static final double DEPTH_LOSS = 0.65;
  private static final double LATENESS = 20;
  private static final double OWN = 0.5;
  private static final double BESIDE_STACKS = 0.3;
  private static final double FALL = 0.2;
  private static final double LOGGER = 0.35;
  private static final double STATEMENT = 0.6;

  /** The weight of the first logger that fell silent. */
  private static final double SILENCE = 0.3;

  /** What is left of it for the next, which may only miss what the first did not do. */
  private static final double LATER_SILENCE = 0.8;

  /** What is left of a stack's weight when a client of another service raised the exception. */
  private static final double NOTICED = 0.3;

  private final Ownership ownership;
  private final Blame blame;
  private final Map<String, Mention> mentions = new LinkedHashMap<>();
  private final Map<String, Double> byFile = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Set<String> servicesWithStacks = new HashSet<>();

  private static final class Mention {
    private final Place place;
    private final List<Finding> findings = new ArrayList<>();
    private double score;

    private Mention(Place place) {
      this.place = place;
    }
  }

  LocationRanking(Ownership ownership, Blame blame) {
    this.ownership = ownership;
    this.blame = blame;
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
      if (isNew) {
        servicesWithStacks.add(stack.service());
      }
      boolean noticed = blame.elsewhere(stack.places(), stack.service()).isPresent();
      news *= noticed ? NOTICED : 1;
      stack(stack, news * (0.6 + 0.1 * Math.log1p((double) stack.count())), text(stack, isNew));
    }
  }

  private void stack(CodePlaces.Stack stack, double weight, String text) {
    double depth = 1;
    Set<String> files = new HashSet<>();
    for (Place place : stack.places()) {
      double own = ownership.of(place.path(), stack.service());
      mention(place, weight * depth * own, files.add(place.path()), text, stack.first());
      if (own >= OWN) {
        depth *= DEPTH_LOSS;
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
   * Weighs where the loggers are that fell silent: the first of them, in the order of the baseline,
   * most.
   */
  void silences(List<Silent> silent) {
    double share = 1;
    for (Silent each : silent) {
      Optional<Place> place = Place.ofLogger(each.logger());
      if (place.isPresent()) {
        double own = ownership.of(place.get().path(), each.service());
        double weight = SILENCE * share * own * (1 - Math.exp(-each.expected() / 8));
        mention(place.get(), weight, true, text(each), null);
        share *= own >= OWN ? LATER_SILENCE : 1;
      }
    }
  }

  private static String text(Silent silent) {
    return "%s of %s fell silent: %s in the baseline, none now"
        .formatted(silent.logger(), silent.service(), Words.events(silent.before()));
  }

  private void printed(
      Place place, double weight, Shift shift, String text, @Nullable LogEvent example) {
    mention(place, weight * ownership.of(place.path(), shift.service()), true, text, example);
  }

  /** Best first; a place gains from the others of its file. */
  List<Location> ranked() {
    double best = byFile.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return mentions.values().stream()
        .map(mention -> location(mention, best))
        .sorted(
            Comparator.comparingDouble(Location::score)
                .reversed()
                .thenComparing(Location::file)
                .thenComparing(Location::function))
        .limit(MOST)
        .toList();
  }

  private Location location(Mention mention, double best) {
    double file = byFile.getOrDefault(mention.place.path(), 0.0);
    double score = (0.5 * file + 0.5 * mention.score) / Math.max(best, 1e-9);
    List<Finding> heaviest =
        mention.findings.stream()
            .sorted(Comparator.comparingDouble(Finding::weight).reversed())
            .limit(3)
            .toList();
    return new Location(
        files.getOrDefault(mention.place.path(), mention.place.file()),
        mention.place.function(),
        mention.place.line(),
        Math.min(1, score),
        heaviest);
  }

  private void mention(
      Place place, double weight, boolean ofFile, String text, @Nullable LogEvent event) {
    Mention mention =
        mentions.computeIfAbsent(place.path() + '#' + place.function(), key -> new Mention(place));
    double gain = weight * (1 - Math.min(0.9, mention.score / (mention.score + 2)));
    mention.score += gain;
    if (ofFile) {
      byFile.merge(place.path(), gain, Double::sum);
    }
    if (place.file().length() > files.getOrDefault(place.path(), "").length()) {
      files.put(place.path(), place.file());
    }
    mention.findings.add(new Finding(Math.min(1, weight), text, Optional.ofNullable(event)));
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
