// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

/**
 * How far a time stamp can be trusted.
 *
 * @param source where the time comes from
 * @param zone where its zone comes from
 * @param yearInferred the line names no year; it was taken from the file's date
 */
public record TimeQuality(Source source, Zone zone, boolean yearInferred) {

  /** Read from the line, with its zone. */
  public static final TimeQuality EXACT = new TimeQuality(Source.READ, Zone.EXPLICIT, false);

  /** Read from the line, which names no zone. */
  public static final TimeQuality ZONE_ASSUMED = new TimeQuality(Source.READ, Zone.ASSUMED, false);

  /** The line has no time; the event before it in the same source lent its own. */
  public static final TimeQuality INHERITED =
      new TimeQuality(Source.INHERITED, Zone.ASSUMED, false);

  /** Nothing in the source has a time; it is the source's own date. */
  public static final TimeQuality OBSERVED = new TimeQuality(Source.OBSERVED, Zone.EXPLICIT, false);

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

  /** True when the event's own text holds the time. */
  public boolean isRead() {
    return source == Source.READ;
  }
}
