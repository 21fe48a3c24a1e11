// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality;
import dev.clew.event.TimeQuality.Doubt;
import dev.clew.event.TimeQuality.Zone;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The qualities of the times of one source: few, so each is made once. Not thread-safe. */
final class Qualities {
  private final Zone assumed;
  private final Map<TimeQuality, TimeQuality> known = new HashMap<>();
  private final Set<Doubt> lastDoubts = EnumSet.noneOf(Doubt.class);
  private @Nullable TimeQuality last;

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
    TimeQuality quality = last;
    if (quality == null || quality.zone() != zone || !lastDoubts.equals(doubts)) {
      TimeQuality made = new TimeQuality(TimeQuality.Source.READ, zone, doubts);
      quality = known.computeIfAbsent(made, each -> each);
      last = quality;
      lastDoubts.clear();
      lastDoubts.addAll(doubts);
    }
    return quality;
  }
}
