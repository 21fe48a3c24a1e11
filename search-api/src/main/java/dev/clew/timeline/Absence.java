// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.timeline.Lane.Gap;
import java.util.List;

/**
 * A value of the field that the store knows and of which the selection holds no event.
 *
 * @param name the value; never empty
 * @param state what its having none means
 * @param first time of its earliest event in the store, nanoseconds since the epoch
 * @param last time of its latest event in the store
 * @param gaps times of which nothing, or not yet everything, is known
 */
public record Absence(String name, State state, long first, long last, List<Gap> gaps) {
  public Absence {
    gaps = List.copyOf(gaps);
  }

  /** What no event means. */
  public enum State {
    /** sources cover the time, at least in part: there were none that match */
    ZERO,
    /** no source covers any of the time */
    NOT_COLLECTED,
    /** the time is so young that its events may still be on their way */
    ARRIVING
  }
}
