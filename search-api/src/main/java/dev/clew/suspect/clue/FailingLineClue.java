// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Touch;
import dev.clew.suspect.symptom.Topic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The commit changed a line of the trace, its function, or a constant that the function uses. */
final class FailingLineClue implements CommitClue {
  private static final double LINE = 0.34;
  private static final double FUNCTION = 0.34;
  private static final double NAME = 0.15;

  /** A constant that is about what the failure is about. */
  private static final double NAME_SAME_TOPIC = 0.4;

  /** How much less each frame further out counts. */
  private static final double PER_FRAME = 0.3;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    List<Touch> touches = scene.code().touches(candidate.commit().id());
    return Arrays.stream(Touch.Kind.values())
        .flatMap(kind -> strongest(touches, kind, scene).stream())
        .map(touch -> evidence(touch, scene))
        .toList();
  }

  private static Optional<Touch> strongest(List<Touch> touches, Touch.Kind kind, Scene scene) {
    return touches.stream()
        .filter(touch -> touch.kind() == kind)
        .max(Comparator.comparingDouble(touch -> weight(touch, scene)));
  }

  private static double weight(Touch touch, Scene scene) {
    double most =
        switch (touch.kind()) {
          case LINE -> LINE;
          case FUNCTION -> FUNCTION * Math.sqrt(touch.share());
          case NAME ->
              Topic.shared(Topic.of(touch.what()), scene.topics()).isEmpty()
                  ? NAME
                  : NAME_SAME_TOPIC;
        };
    return most / (1 + PER_FRAME * touch.rank());
  }

  private static Evidence evidence(Touch touch, Scene scene) {
    String frame = touch.rank() == 0 ? "where it failed" : "of frame " + (touch.rank() + 1);
    String text =
        switch (touch.kind()) {
          case LINE -> "changed the line %s: %s:%d".formatted(frame, touch.path(), touch.line());
          case FUNCTION ->
              "changed %d %% of the function %s %s"
                  .formatted(Math.max(1, Math.round(100 * touch.share())), touch.what(), frame);
          case NAME ->
              "gave %s its value, which the function %s uses: %s:%d"
                  .formatted(touch.what(), frame, touch.path(), touch.line());
        };
    return Evidence.at(weight(touch, scene), text, touch.path(), touch.line());
  }
}
