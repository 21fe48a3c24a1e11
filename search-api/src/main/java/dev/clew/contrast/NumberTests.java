// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Finding.Numbers;
import dev.clew.contrast.Finding.Shift;
import dev.clew.contrast.measure.Effect;
import dev.clew.contrast.measure.RankTest;
import dev.clew.contrast.member.Members;
import dev.clew.contrast.member.Series;
import dev.clew.event.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the numbers of two sets: those of attributes, and those inside of messages. */
final class NumberTests {
  private static final int LEAST = 20;
  private static final int LEAST_DIFFERENT = 10;

  private final Material material;
  private final List<Shift> tested = new ArrayList<>();
  private int growing;

  NumberTests(Material material) {
    this.material = material;
  }

  /** All that could be compared, whether beyond chance or not. */
  List<Shift> run() {
    Members here = material.here().members();
    Members there = material.there().members();
    here.numbers()
        .forEach(
            (name, numbers) -> {
              Series others = there.numbers().get(name);
              if (others != null && isComparable(name, numbers, others)) {
                tested.add(compare(name, numbers, others, here.size(), there.size()));
              }
            });
    return tested;
  }

  /** What was left out. */
  Optional<LeftOut> leftOut() {
    return growing == 0
        ? Optional.empty()
        : Optional.of(
            new LeftOut(
                growing == 1 ? "1 number" : "%,d numbers".formatted(growing),
                "only growing, as numbers of orders do"));
  }

  private boolean isComparable(Members.Measured name, Series here, Series there) {
    if (!here.isPure()
        || !there.isPure()
        || here.dimension() != there.dimension()
        || Math.min(here.size(), there.size()) < LEAST
        || here.different() + there.different() < LEAST_DIFFERENT
        || material.named().contains(name.name())) {
      return false;
    }
    if (here.grows() || there.grows()) {
      growing++;
      return false;
    }
    return true;
  }

  private Shift compare(
      Members.Measured name, Series here, Series there, int allHere, int allThere) {
    RankTest test = RankTest.of(here.numbers(), there.numbers());
    double having = Math.max((double) here.size() / allHere, (double) there.size() / allThere);
    double effect = Effect.ofNumbers(test.dominance(), Math.min(1, having));
    Optional<Pattern> pattern =
        name instanceof Members.Placed placed
            ? Optional.of(placed.variable().pattern())
            : Optional.empty();
    return new Shift(
        name.name(),
        pattern,
        here.dimension(),
        numbers(here),
        numbers(there),
        test.dominance(),
        new Measure(effect, test.p(), 1, !material.whole()));
  }

  private static Numbers numbers(Series series) {
    double[] all = series.numbers();
    return new Numbers(all.length, RankTest.percentile(all, 50), RankTest.percentile(all, 95));
  }
}
