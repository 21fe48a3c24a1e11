// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality.Doubt;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Makes moments of what the clocks of one zone show, in the order of a source. The offset is kept
 * until the next change of the clocks. Not thread-safe.
 */
final class LocalZone {
  private static final long NONE = Long.MIN_VALUE;

  /** Lines may be written a little out of order; further back than this the clock was put back. */
  private static final long JITTER = 300;

  private static final long DAY = 86_400;

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private int offset;
  private long lastLocal = NONE;
  private long last = NONE;

  LocalZone(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Forgets the times read: a source is read from its start. */
  void restart() {
    lastLocal = NONE;
    last = NONE;
  }

  /** Seconds east of Greenwich at {@code moment}, in seconds since the epoch. */
  int offsetAt(long moment) {
    return rules.getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
  }

  /**
   * The seconds since the epoch when clocks showed {@code local}. A time that clocks skipped is
   * read as if they had not yet been put forward. Of a time that they showed twice it is the first,
   * unless the lines before tell that clocks have been put back since.
   */
  long epochSecond(long local, CivilTime time) {
    long second = local >= from && local < to ? local - offset : search(local, time);
    lastLocal = local;
    last = second;
    return second;
  }

  private long search(long local, CivilTime time) {
    LocalDateTime shown = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    ZoneOffsetTransition change = rules.getTransition(shown);
    if (change == null) {
      offset = rules.getOffset(shown).getTotalSeconds();
      keepUntilChange(Instant.ofEpochSecond(local - offset));
      return local - offset;
    }
    if (change.isGap()) {
      time.doubt(Doubt.GAP);
      return local - change.getOffsetBefore().getTotalSeconds();
    }
    time.doubt(Doubt.FOLD);
    ZoneOffset used =
        isSecondPass(local, change) ? change.getOffsetAfter() : change.getOffsetBefore();
    return local - used.getTotalSeconds();
  }

  private boolean isSecondPass(long local, ZoneOffsetTransition change) {
    long putBack = change.toEpochSecond();
    if (last == NONE || last >= putBack + DAY) {
      return false;
    }
    boolean inFirstPass = last >= putBack + change.getDuration().toSeconds();
    return last >= putBack || (inFirstPass && lastLocal - local > JITTER);
  }

  private void keepUntilChange(Instant moment) {
    ZoneOffsetTransition before = rules.previousTransition(moment.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(moment);
    from = before == null ? Long.MIN_VALUE : Math.max(shownBefore(before), shownAfter(before));
    to = after == null ? Long.MAX_VALUE : Math.min(shownBefore(after), shownAfter(after));
  }

  private static long shownBefore(ZoneOffsetTransition change) {
    return change.toEpochSecond() + change.getOffsetBefore().getTotalSeconds();
  }

  private static long shownAfter(ZoneOffsetTransition change) {
    return change.toEpochSecond() + change.getOffsetAfter().getTotalSeconds();
  }
}
