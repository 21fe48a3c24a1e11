// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.syntax.Said;
import dev.clew.code.syntax.Template;
import dev.clew.code.syntax.Template.Part;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which statement of one version of a file is which of another. */
final class Likeness {
  /** Share of words in common from which a changed text counts as the same statement. */
  private static final double ALIKE = 0.5;

  /** What being in the function of the same name adds. */
  private static final double SAME_FUNCTION = 0.2;

  private Likeness() {}

  /** The one most like {@code said}; of equals the nearest line. */
  static Optional<Said> counterpart(Said said, List<Said> others) {
    return others.stream()
        .filter(other -> of(said, other) >= ALIKE)
        .max(
            Comparator.comparingDouble((Said other) -> of(said, other))
                .thenComparingInt(other -> -Math.abs(other.first() - said.first())));
  }

  /** 0 to 1.2: the share of words in common, and whether the function is of the same name. */
  static double of(Said one, Said other) {
    if (fixed(one.template()).equals(fixed(other.template()))) {
      return 1 + (sameFunction(one, other) ? SAME_FUNCTION : 0);
    }
    Set<String> first = words(one.template());
    Set<String> second = words(other.template());
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    double share = all.isEmpty() ? 0 : (double) both.size() / all.size();
    return both.isEmpty()
        ? 0
        : Math.min(0.99, share + (sameFunction(one, other) ? SAME_FUNCTION : 0));
  }

  private static boolean sameFunction(Said one, Said other) {
    return one.function().equals(other.function()) && one.owner().equals(other.owner());
  }

  /** Fixed text with a mark for each variable: how an expression is written does not count. */
  static String fixed(Template template) {
    StringBuilder text = new StringBuilder();
    for (Part part : template.parts()) {
      text.append(part.fixed() ? part.text() : "\u0000");
    }
    return text.toString();
  }

  private static Set<String> words(Template template) {
    Set<String> words = new HashSet<>();
    for (Part part : template.parts()) {
      if (part.fixed()) {
        for (String word : part.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
          words.add(word);
        }
      }
    }
    words.remove("");
    return words;
  }
}
