// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.event.EventTime;
import dev.clew.store.Groups.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source is well, as far as that can be known.
 *
 * @param state of the source
 * @param why how that is known
 */
public record Standing(State state, String why) {
  /** A source that wrote so few events says nothing about how often it writes. */
  private static final long FEW = 10;

  /** A source is silent for so many times its mean distance of events, and at least a minute. */
  private static final long TIMES = 10;

  private static final Duration LEAST = Duration.ofMinutes(1);

  /** What a source can be. */
  public enum State {
    /** it is followed, and writes as it did */
    LIVE,
    /** it is followed, and events come long after their time */
    LATE,
    /** it is followed, and has not written for much longer than it used to */
    SILENT,
    /** something of it cannot be read */
    FAILING,
    /** it is followed, and nothing of it was ever read */
    NEVER_SEEN,
    /** it is read right now */
    READING,
    /** it was read to its end, and nobody follows it */
    AT_REST,
    /** it is followed, and wrote too little to tell */
    UNKNOWN;

    /** As people and programs read it: {@code never_seen}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * That of a source that is followed.
   *
   * @param events of it that are in the store
   * @param late how many came long after their time in the last hour
   * @param failure what could not be read last; null when all could
   */
  public static Standing followed(
      Group events, long late, Followed.@Nullable Failure failure, Instant now) {
    Instant last = EventTime.instant(events.last());
    if (failure != null && failure.at().isAfter(last)) {
      return failing(failure);
    }
    Duration silent = Duration.between(last, now);
    if (late > 0) {
      return new Standing(
          State.LATE,
          "%,d events of the last hour came more than 60 s after their time".formatted(late));
    }
    if (events.count() < FEW) {
      return new Standing(
          State.UNKNOWN,
          "%d events are too few to say how often it writes; the last is %s old"
              .formatted(events.count(), words(silent)));
    }
    Duration mean = Duration.ofNanos((events.last() - events.first()) / (events.count() - 1));
    Duration allowed = mean.multipliedBy(TIMES);
    allowed = allowed.compareTo(LEAST) < 0 ? LEAST : allowed;
    String used = "its events are %s apart on average".formatted(words(mean));
    return silent.compareTo(allowed) > 0
        ? new Standing(State.SILENT, "no event for %s; %s".formatted(words(silent), used))
        : new Standing(State.LIVE, used);
  }

  /** That of a source that is followed and cannot be read. */
  public static Standing failing(Followed.Failure failure) {
    return new Standing(
        State.FAILING,
        failure.problem().reason() + "; " + failure.problem().advice() + " (" + failure.at() + ")");
  }

  /**
   * That of a path that is followed and never gave an event.
   *
   * @param failure what is wrong with it; may be empty
   */
  public static Standing neverSeen(String failure) {
    String why = "it is followed, and nothing of it was ever read";
    return new Standing(State.NEVER_SEEN, failure.isEmpty() ? why : why + ": " + failure);
  }

  /** That of a source that is not followed. */
  public static Standing atRest(boolean handedIn) {
    return new Standing(
        State.AT_REST,
        handedIn
            ? "it was handed in as a file, and nothing more of it is expected"
            : "it was read once and is not followed: whether more was written is unknown");
  }

  /** That of a file that is read now. */
  public static Standing reading() {
    return new Standing(State.READING, "it is being read");
  }

  /** A length of time in its largest unit. */
  private static String words(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 1) {
      return time.toHours() + " h";
    }
    if (time.toMinutes() > 1) {
      return time.toMinutes() + " min";
    }
    return time.toSeconds() > 1 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
