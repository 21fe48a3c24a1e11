// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for one service. Findings of one aspect tell of the same events in several ways, so
 * that each further one adds less; aspects add up as independent probabilities do (noisy or).
 */
final class ServiceEvidence {
  private static final int MOST_FINDINGS = 8;

  /** What findings are about, and what is left of each further one of the kind. */
  enum Aspect {
    /** Errors, exceptions, and requests that fail or go another way. */
    FAILURE(0.6),
    /** Other patterns that rose, fell or stopped. */
    CHANGE(0.5),
    /** Time, measurements, silence: each a matter of its own. */
    BEHAVIOUR(1);

    private final double further;

    Aspect(double further) {
      this.further = further;
    }
  }

  private final Map<Aspect, List<Finding>> byAspect = new EnumMap<>(Aspect.class);

  void add(Aspect aspect, Finding finding) {
    byAspect.computeIfAbsent(aspect, key -> new ArrayList<>()).add(finding);
  }

  /** How likely it is that one of the findings is right, 0 to 1. */
  double score() {
    double doubt = 1;
    for (Map.Entry<Aspect, List<Finding>> aspect : byAspect.entrySet()) {
      double share = 1;
      for (Finding finding : sorted(aspect.getValue())) {
        doubt *= 1 - share * finding.weight();
        share *= aspect.getKey().further;
      }
    }
    return 1 - doubt;
  }

  /** The weightiest findings, each with what it adds beside those of its aspect. */
  List<Finding> heaviest() {
    List<Finding> all = new ArrayList<>();
    byAspect.forEach(
        (aspect, findings) -> {
          double share = 1;
          for (Finding finding : sorted(findings)) {
            all.add(new Finding(share * finding.weight(), finding.text(), finding.event()));
            share *= aspect.further;
          }
        });
    return sorted(all).stream().limit(MOST_FINDINGS).toList();
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparingDouble(Finding::weight).reversed())
        .toList();
  }
}
