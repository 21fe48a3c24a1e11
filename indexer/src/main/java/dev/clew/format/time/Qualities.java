// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality;
import dev.clew.event.TimeQuality.Doubt;
import dev.clew.event.TimeQuality.Zone;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The qualities of the times of one source: few, so each is made once. Not thread-safe. */
final class Qualities {
  private final Zone assumed;
  private final Map<TimeQuality, TimeQuality> known = new HashMap<>();
  private TimeQuality last = TimeQuality.EXACT;

  /**
   * @param assumed where the zone of times comes from that name none
   */
  Qualities(Zone assumed) {
    this.assumed = assumed;
  }

  /** The quality of a time that was read with a date, or should have one. */
  TimeQuality civil(CivilTime time) {
    boolean named = time.offset != CivilTime.NO_ZONE || time.zone != null;
    if (!named) {
      return of(assumed, time.doubts);
    }
    boolean doubted = time.doubts.contains(Doubt.ZONE_WORD);
    return of(doubted ? Zone.ASSUMED : Zone.EXPLICIT, time.doubts);
  }

  /** The quality of a count since the epoch, which needs no zone. */
  TimeQuality counted(CivilTime time) {
    return of(Zone.EXPLICIT, time.doubts);
  }

  private TimeQuality of(Zone zone, Set<Doubt> doubts) {
    if (last.zone() != zone || !last.doubts().equals(doubts)) {
      TimeQuality quality = new TimeQuality(TimeQuality.Source.READ, zone, doubts);
      last = known.computeIfAbsent(quality, each -> each);
    }
    return last;
  }
}
