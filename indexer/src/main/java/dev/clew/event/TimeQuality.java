// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far a time stamp can be trusted.
 *
 * @param source where the time comes from
 * @param zone where its zone comes from
 * @param doubts what its text left open, in the order of {@link Doubt}
 */
public record TimeQuality(Source source, Zone zone, Set<Doubt> doubts) {

  /** Read from the line, with its zone. */
  public static final TimeQuality EXACT = new TimeQuality(Source.READ, Zone.EXPLICIT);

  /** Read from the line, which names no zone. */
  public static final TimeQuality ZONE_ASSUMED = new TimeQuality(Source.READ, Zone.ASSUMED);

  /** The line has no time; the event before it in the same source lent its own. */
  public static final TimeQuality INHERITED = new TimeQuality(Source.INHERITED, Zone.ASSUMED);

  /** Nothing in the source has a time; it is the source's own date. */
  public static final TimeQuality OBSERVED = new TimeQuality(Source.OBSERVED, Zone.EXPLICIT);

  public TimeQuality {
    doubts = doubts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(doubts));
  }

  /** A quality without doubts. */
  public TimeQuality(Source source, Zone zone) {
    this(source, zone, Set.of());
  }

  /** Where the time comes from. */
  public enum Source {
    /** the event's own text */
    READ,
    /** the nearest event before it that has one */
    INHERITED,
    /** the source's modification time: when the event was written or collected at the latest */
    OBSERVED
  }

  /** Where the zone comes from. */
  public enum Zone {
    EXPLICIT,
    /** a setting for the source */
    RULE,
    /** the default zone */
    ASSUMED
  }

  /** What the text of a time leaves open, or what had to be done to it. */
  public enum Doubt {
    YEAR("the line names no year: it is inferred from the file's date"),
    DATE("the line names no date: it is inferred from the file's date and the lines before"),
    GAP("clocks were put forward over this time: it never was on a clock of its zone"),
    FOLD("clocks were put back: its zone had this time twice"),
    ZONE_WORD("the word for the zone has several meanings"),
    UNIT("the number may count another unit"),
    DAY_ORDER("day and month may be the other way round"),
    MOVED("24:00 or a leap second, moved to the next second that clocks have"),
    DISTANT("far from the date of its file"),
    CLAMPED("outside the years 1678 to 2261: the nearest moment of these is shown"),
    LATE(
        "just after events in its file that are more than a minute later:"
            + " it was written late, or a clock was wrong");

    private final String words;

    Doubt(String words) {
      this.words = words;
    }

    /** The doubt as people read it. */
    public String words() {
      return words;
    }
  }

  /** The same, with one more doubt. */
  public TimeQuality doubting(Doubt doubt) {
    Set<Doubt> more = EnumSet.of(doubt);
    more.addAll(doubts);
    return new TimeQuality(source, zone, more);
  }

  /** True when the event's own text holds the time. */
  public boolean isRead() {
    return source == Source.READ;
  }

  /** True when the event's own text holds the time, its zone is known and nothing is in doubt. */
  public boolean isCertain() {
    return isRead() && zone != Zone.ASSUMED && doubts.isEmpty();
  }

  /** True when the line names no year; it was taken from the file's date. */
  public boolean yearInferred() {
    return doubts.contains(Doubt.YEAR);
  }
}
