// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Spot;
import dev.clew.suspect.scene.Touch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The commit edited a function on the failing path: one of the trace, one that a failing test calls
 * or is named after, or one that these call. What is left of its lines there and what it edited at
 * the time count the same.
 */
final class FunctionClue implements CommitClue {
  private record Hand(Spot spot, double left, double edited, int line) {
    double value() {
      return spot.weight() * (Math.sqrt(left) + Math.sqrt(edited)) / 2;
    }
  }

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Map<String, Touch> left = new HashMap<>();
    scene.code().touches(candidate.commit().id()).stream()
        .filter(touch -> touch.kind() == Touch.Kind.FUNCTION)
        .forEach(
            touch ->
                left.merge(
                    Spot.key(touch.path(), touch.what()),
                    touch,
                    (a, b) -> a.share() >= b.share() ? a : b));
    return Stream.concat(left.keySet().stream(), candidate.functions().keySet().stream())
        .distinct()
        .filter(scene.code().spots()::containsKey)
        .map(
            key ->
                new Hand(
                    scene.code().spots().get(key),
                    left.containsKey(key) ? left.get(key).share() : 0,
                    candidate.functions().getOrDefault(key, 0.0),
                    left.containsKey(key) ? left.get(key).line() : 0))
        .max(Comparator.comparingDouble(Hand::value))
        .map(FunctionClue::evidence)
        .stream()
        .toList();
  }

  private static Evidence evidence(Hand hand) {
    Spot spot = hand.spot;
    String text =
        hand.left > 0
            ? "wrote %d %% of the function %s, %s"
                .formatted(
                    Math.max(1, Math.round(100 * hand.left)), spot.block().name(), spot.where())
            : "edited the function %s, %s".formatted(spot.block().name(), spot.where());
    return Evidence.at(
        hand.value(), text, spot.path(), hand.line > 0 ? hand.line : spot.block().from());
  }
}
