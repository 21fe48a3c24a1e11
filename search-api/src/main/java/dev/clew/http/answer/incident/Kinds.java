// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.EvidenceKind;
import java.util.List;

/** Which routes answer with which kind of evidence. */
final class Kinds {
  private Kinds() {}

  private static List<String> routes(EvidenceKind kind) {
    return switch (kind) {
      case ROW -> List.of("/api/events/{id}");
      case ROWS -> List.of("/api/search");
      case CHART -> List.of("/api/histogram");
      case PATTERNS -> List.of("/api/patterns", "/api/pattern");
      case COMPARISON -> List.of("/api/explain");
      case SUSPECT -> List.of("/api/suspects");
      case DIFF -> List.of("/api/source", "/api/commit");
      case TRACE -> List.of("/api/correlate");
      case TIMELINE -> List.of("/api/timeline");
    };
  }

  /**
   * Refuses what does not go together.
   *
   * @param route as it is written in the table of routes
   */
  static void require(EvidenceKind kind, String route) {
    if (!routes(kind).contains(route)) {
      throw new Problem(
          ProblemType.CANNOT_PIN,
          "%s is no answer of the kind %s".formatted(route, kind.word()),
          "ask " + String.join(" or ", routes(kind)));
    }
  }
}
