// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.Check;
import dev.clew.incident.Check.State;
import dev.clew.incident.Evidence;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of evidence when it was asked for again.
 *
 * @param held the time that the store has events of
 * @param at when it was asked
 */
record Comparing(Optional<TimeRange> held, Instant at) {
  /** There was no answer. */
  Check refused(Answered copy, Problem refused) {
    boolean gone = refused.type() == ProblemType.UNKNOWN_EVENT;
    String why = gone ? "the event is not in the index any more" : refused.getMessage();
    return check(gone ? State.GONE : State.FAILED, copy.word(), null, why);
  }

  /** There was the answer {@code now} to the question of {@code evidence}. */
  Check answered(Evidence evidence, Answered copy, Answered now) {
    if (copy.isSame(now)) {
      return check(State.SAME, copy.word(), now.word(), null);
    }
    if (!now.complete()) {
      return check(
          State.FAILED, copy.word(), null, "the answer came in part only: " + now.reason());
    }
    Optional<String> retired = retired(evidence);
    boolean none = Objects.equals(now.total(), 0L) && !Objects.equals(copy.total(), 0L);
    boolean allRetired = evidence.range() != null && outside(evidence);
    if (none || allRetired) {
      return check(
          State.GONE, copy.word(), now.word(), retired.orElse("none of its events is found now"));
    }
    return check(State.NOW, copy.word(), now.word(), why(copy, now, retired));
  }

  private boolean outside(Evidence evidence) {
    return evidence.range() != null
        && held.map(range -> !first(range).isBefore(evidence.range().to())).orElse(true);
  }

  /** That the index does not reach as far back as the question does. */
  private Optional<String> retired(Evidence evidence) {
    if (held.isEmpty()) {
      return Optional.of("the index holds no events");
    }
    Instant asked = evidence.first() != null ? evidence.first() : null;
    Instant from = asked == null && evidence.range() != null ? evidence.range().from() : asked;
    return from == null || !first(held.get()).isAfter(from)
        ? Optional.empty()
        : Optional.of("the index now begins at " + first(held.get()));
  }

  private static Instant first(TimeRange range) {
    return EventTime.instant(range.from());
  }

  private static String why(Answered copy, Answered now, Optional<String> retired) {
    String from = copy.word();
    String to = now.word();
    String what =
        Objects.equals(from, to)
            ? "other values of " + String.join(", ", copy.differing(now))
            : "it was %s and is %s".formatted(from, to);
    String partly = copy.complete() ? "" : "; the copy was of a part only";
    return what + retired.map(index -> "; " + index).orElse("") + partly;
  }

  private Check check(
      State state, @Nullable String was, @Nullable String now, @Nullable String why) {
    return new Check(state, was, now, at, why);
  }
}
