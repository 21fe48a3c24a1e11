// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which version ran when, by what events name. A version runs on through cells in which no event
 * names any, also when many programs name theirs only when they start; where events name another
 * one only, it had ended. Several may run at once.
 *
 * @param shown those with most events, {@value #MOST} at most, by their start
 * @param more how many there are besides
 */
record Bands(List<Band> shown, int more) {
  static final int MOST = 40;

  static final Bands NONE = new Bands(List.of(), 0);

  /** Bands of {@code counts}: for each version its events in each cell of {@code axis}. */
  static Bands of(Map<String, long[]> counts, Axis axis) {
    long[] all = new long[axis.cells()];
    for (long[] each : counts.values()) {
      for (int cell = 0; cell < all.length; cell++) {
        all[cell] += each[cell];
      }
    }
    List<Band> bands = new ArrayList<>();
    counts.forEach((version, each) -> addRuns(bands, version, each, all, axis));
    List<Band> shown =
        bands.stream()
            .sorted(Comparator.comparingLong(Band::events).reversed())
            .limit(MOST)
            .sorted(
                Comparator.<Band>comparingLong(band -> band.range().from())
                    .thenComparing(Band::version))
            .toList();
    return new Bands(shown, bands.size() - shown.size());
  }

  private static void addRuns(List<Band> bands, String version, long[] own, long[] all, Axis axis) {
    int start = -1;
    long events = 0;
    for (int cell = 0; cell <= own.length; cell++) {
      boolean over = cell == own.length || (own[cell] == 0 && all[cell] > 0);
      if (over && start >= 0) {
        bands.add(new Band(version, axis.range(start, cell), events));
        start = -1;
        events = 0;
      } else if (!over && own[cell] > 0) {
        start = start < 0 ? cell : start;
        events += own[cell];
      }
    }
  }
}
