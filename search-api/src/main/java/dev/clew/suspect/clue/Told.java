// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.change.Change;
import dev.clew.change.Inference;
import dev.clew.suspect.evidence.Evidence;

/** Evidence that says of a change that the logs gave it away, and by which line. */
final class Told {
  private Told() {}

  static Evidence seen(double weight, String text, Change change) {
    Inference inferred = change.inferred();
    return inferred == null
        ? Evidence.of(weight, text)
        : Evidence.seen(weight, "%s (%s)".formatted(text, inferred.text()), inferred.event());
  }
}
