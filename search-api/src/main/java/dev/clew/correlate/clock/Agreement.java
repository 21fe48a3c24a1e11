// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What most of several bounds agree on.
 *
 * <p>Source: the intersection that the largest number of sources is consistent with, K. Marzullo
 * and S. Owicki, "Maintaining the time in a distributed system", 1983. That both directions of an
 * exchange bound the offset of a clock, and their middle estimates it, is F. Cristian,
 * "Probabilistic clock synchronization", 1989.
 *
 * @param low nanoseconds
 * @param high nanoseconds, not below {@code low}
 * @param agreeing how many bounds hold all of it
 * @param all how many bounds there were
 */
record Agreement(long low, long high, int agreeing, int all) {

  /** One end of a bound. */
  private record End(long at, boolean begins) {}

  /** The best agreement of {@code bounds}, of which there is at least one. */
  static Agreement of(List<Bound> bounds) {
    List<End> ends = new ArrayList<>();
    for (Bound bound : bounds) {
      ends.add(new End(bound.low(), true));
      ends.add(new End(bound.high(), false));
    }
    // where one ends as another begins they still agree on that moment
    ends.sort(Comparator.comparingLong(End::at).thenComparing(end -> !end.begins()));
    int open = 0;
    int most = 0;
    long low = 0;
    long high = 0;
    for (int i = 0; i < ends.size(); i++) {
      open += ends.get(i).begins() ? 1 : -1;
      if (open > most) {
        most = open;
        low = ends.get(i).at();
        high = ends.get(i + 1).at();
      }
    }
    return new Agreement(low, high, most, bounds.size());
  }

  long middle() {
    return low + (high - low) / 2;
  }
}
