// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Finding.Change;
import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.member.Members;
import dev.clew.contrast.member.SetCounts;
import dev.clew.contrast.member.Trait;
import dev.clew.contrast.member.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares how many members of two sets have each value, pattern and value inside of messages.
 *
 * <p>What the store counts anyway is counted for all events. The values of attributes are looked
 * for among the members that were read, and those that look different there are counted for all
 * events too.
 */
final class TraitTests {
  private static final double CHANCE = 0.05;
  private static final int MOST_CONFIRMED = 20;
  private static final int FEW = 10;

  /** Of more different numbers it matters how large they are, not which. */
  private static final int MOST_NUMBERS = 30;

  private final Material material;
  private final List<Having> tested = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> compared = new TreeSet<>();
  private final Set<Object> skipped = new HashSet<>();
  private int tests;

  TraitTests(Material material) {
    this.material = material;
  }

  /** Makes all comparisons. */
  void run() {
    Set<Trait> read = new LinkedHashSet<>(here().traits().keySet());
    read.addAll(there().traits().keySet());
    skip(read);
    if (material.whole()) {
      read.stream().filter(trait -> !(trait instanceof Trait.VariableValue)).forEach(this::ofRead);
    } else {
      ofStore();
      confirm(read);
    }
    read.forEach(
        trait -> {
          if (trait instanceof Trait.VariableValue value) {
            ofVariable(value);
          }
        });
  }

  /** Those whose counts differ, whether beyond chance or not. */
  List<Having> tested() {
    return tested;
  }

  /** How many comparisons were made, those included that came to nothing. */
  int tests() {
    return tests;
  }

  /** The fields that were not left out, also those with too few events to tell. */
  Set<String> compared() {
    return compared;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  List<String> notes() {
    return notes;
  }

  private Members here() {
    return material.here().members();
  }

  private Members there() {
    return material.there().members();
  }

  /** Decides which fields do not tell groups of members apart. */
  private void skip(Set<Trait> read) {
    Map<Object, Integer> different = new LinkedHashMap<>();
    for (Trait trait : read) {
      if (key(trait) != null) {
        different.merge(key(trait), 1, Integer::sum);
      }
    }
    different.forEach(
        (field, values) -> {
          long having = here().having(field) + (long) there().having(field);
          String name = field instanceof Variable variable ? variable.name() : field.toString();
          if (material.named().contains(name)) {
            skip(field, name, "the queries themselves say what it is");
          } else if (values > MOST_NUMBERS && isNumeric(name)) {
            skipped.add(field);
          } else if (values > FEW && values * 2L > having) {
            skip(field, name, "nearly all values differ: %,d of %,d".formatted(values, having));
          } else if (values >= Members.MOST_VALUES) {
            skip(field, name, "more than %,d values".formatted(Members.MOST_VALUES));
          } else if (!(field instanceof Variable)) {
            compared.add(name);
          }
        });
    int tooLong = here().tooLong() + there().tooLong();
    if (tooLong > 0) {
      leftOut.add(
          new LeftOut(
              "%,d values".formatted(tooLong),
              "longer than %,d characters".formatted(Members.LONGEST)));
    }
    long inside = skipped.stream().filter(field -> field instanceof Variable).count();
    if (inside > 0) {
      leftOut.add(
          new LeftOut(
              inside == 1 ? "1 place in messages" : "%,d places in messages".formatted(inside),
              "nearly all values there differ"));
    }
  }

  /** True for what {@link NumberTests} compares. */
  private boolean isNumeric(String field) {
    return (here().isNumeric(field) || here().having(field) == 0)
        && (there().isNumeric(field) || there().having(field) == 0);
  }

  private void skip(Object field, String name, String reason) {
    skipped.add(field);
    if (!(field instanceof Variable)) {
      leftOut.add(new LeftOut(name, reason));
    }
  }

  private static @org.jspecify.annotations.Nullable Object key(Trait trait) {
    return switch (trait) {
      case Trait.FieldValue value -> value.field();
      case Trait.VariableValue value -> value.variable();
      case Trait.OfPattern pattern -> null;
      case Trait.Repeated repeated -> null;
    };
  }

  private boolean isSkipped(Trait trait) {
    Object key = key(trait);
    return key != null && (skipped.contains(key) || material.named().contains(trait.field()));
  }

  private void ofRead(Trait trait) {
    if (!isSkipped(trait)) {
      test(trait, here().count(trait), there().count(trait), material.yardstick(), 1, false);
    }
  }

  private void ofStore() {
    Map<Trait, Long> now = counted(material.here());
    Map<Trait, Long> then = counted(material.there());
    Set<Trait> all = new LinkedHashSet<>(now.keySet());
    all.addAll(then.keySet());
    for (Trait trait : all) {
      if (!isSkipped(trait)) {
        long one = now.getOrDefault(trait, 0L);
        test(trait, one, then.getOrDefault(trait, 0L), material.yardstick(), 1, false);
      }
    }
    Set<String> incomplete = new LinkedHashSet<>();
    material.here().counts().ifPresent(counts -> incomplete.addAll(counts.incomplete()));
    material.there().counts().ifPresent(counts -> incomplete.addAll(counts.incomplete()));
    incomplete.forEach(
        field -> notes.add("of %s only the most frequent values were compared".formatted(field)));
  }

  private static Map<Trait, Long> counted(Material.Side side) {
    return side.counts().map(SetCounts::counts).orElseGet(HashMap::new);
  }

  /** Counts those values of attributes for all events that differ most among those read. */
  private void confirm(Set<Trait> read) {
    Yardstick yardstick = Yardstick.ofShares(here().size(), there().size());
    List<Trait.FieldValue> differing = new ArrayList<>();
    for (Trait trait : read) {
      if (trait instanceof Trait.FieldValue value
          && !Members.FIELDS.contains(value.field())
          && !isSkipped(value)) {
        int one = here().count(value);
        int other = there().count(value);
        if (yardstick.canTell((long) one + other, CHANCE)) {
          tests++;
          if (yardstick.chance(one, other) <= CHANCE) {
            differing.add(value);
          }
        }
      }
    }
    differing.sort(
        Comparator.<Trait.FieldValue>comparingDouble(
                value -> -Math.abs(yardstick.effect(here().count(value), there().count(value))))
            .thenComparing(Trait.FieldValue::field)
            .thenComparing(Trait.FieldValue::value));
    int confirmed = 0;
    for (Trait.FieldValue value : differing) {
      if (confirmed == MOST_CONFIRMED || material.until().passed()) {
        break;
      }
      confirmed++;
      long[] counts = material.count(value.query().orElseThrow());
      tests--;
      test(value, counts[0], counts[1], material.yardstick(), 1, false);
    }
    if (differing.size() > confirmed) {
      notes.add(
          "%,d of %,d values of attributes that differ among the events read were counted"
              .formatted(confirmed, differing.size()));
    }
  }

  /** Compares shares of the members that have the variable, however many they are. */
  private void ofVariable(Trait.VariableValue value) {
    long one = here().having(value.variable());
    long other = there().having(value.variable());
    if (one > 0 && other > 0 && !isSkipped(value)) {
      double share = Math.max((double) one / here().size(), (double) other / there().size());
      test(
          value,
          here().count(value),
          there().count(value),
          Yardstick.ofShares(one, other),
          Math.sqrt(share),
          !material.whole());
    }
  }

  private void test(
      Trait trait, long mine, long theirs, Yardstick yardstick, double weight, boolean sampled) {
    // events that came since all were counted are in no set
    long one = Math.min(mine, yardstick.allHere());
    long other = Math.min(theirs, yardstick.allThere());
    if (!yardstick.canTell(one + other, CHANCE)) {
      return;
    }
    tests++;
    double chance = yardstick.chance(one, other);
    Change change = change(one, other, yardstick);
    Measure measure = new Measure(weight * yardstick.effect(one, other), chance, 1, sampled);
    tested.add(
        new Having(
            trait, change, yardstick.shares(one, other), yardstick.ratio(one, other), measure));
  }

  private static Change change(long here, long there, Yardstick yardstick) {
    if (there == 0) {
      return Change.NEW;
    }
    return here == 0 ? Change.GONE : yardstick.effect(here, there) >= 0 ? Change.MORE : Change.LESS;
  }
}
