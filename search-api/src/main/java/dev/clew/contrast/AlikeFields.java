// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Differences.Alike;
import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.Finding.Shift;
import dev.clew.contrast.member.Trait;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields and numbers that were compared and do not differ: that is an answer too. */
final class AlikeFields {
  /** Most that are listed, those nearest to a difference first. */
  static final int MOST = 200;

  private final Map<String, Alike> fields = new TreeMap<>();
  private final Map<String, Alike> numbers = new TreeMap<>();

  /**
   * All that was compared but for what was found.
   *
   * @param compared the fields that were looked at, also those that no test could tell of
   * @param tested all comparisons
   * @param found those of them that are a difference
   */
  static List<Alike> of(Set<String> compared, List<Finding> tested, List<Finding> found) {
    AlikeFields alike = new AlikeFields();
    Set<String> differing = new HashSet<>();
    found.forEach(finding -> differing.add(key(finding)));
    compared.stream()
        .filter(field -> !differing.contains("field " + field))
        .forEach(field -> alike.fields.put(field, new Alike(field, "field", 0, 1)));
    tested.stream().filter(finding -> !differing.contains(key(finding))).forEach(alike::add);
    return Stream.concat(alike.fields.values().stream(), alike.numbers.values().stream())
        .sorted(Comparator.comparingDouble(Alike::p).thenComparing(Alike::name))
        .limit(MOST)
        .toList();
  }

  private static String key(Finding finding) {
    if (finding instanceof Having having && having.trait() instanceof Trait.FieldValue value) {
      return "field " + value.field();
    }
    if (finding instanceof Shift shift) {
      return "number " + shift.name() + ' ' + shift.pattern().map(each -> each.id()).orElse("");
    }
    return "";
  }

  private void add(Finding finding) {
    double p = finding.measure().p();
    if (finding instanceof Having having && having.trait() instanceof Trait.FieldValue value) {
      fields.merge(value.field(), new Alike(value.field(), "field", 1, p), AlikeFields::both);
    } else if (finding instanceof Shift shift) {
      numbers.put(key(shift), new Alike(shift.name(), "number", 1, p));
    }
  }

  private static Alike both(Alike one, Alike other) {
    return new Alike(
        one.name(), one.kind(), one.tests() + other.tests(), Math.min(one.p(), other.p()));
  }
}
