// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events that have one value of a field.
 *
 * @param name the value; empty for the events that lack the field
 * @param total how many events
 * @param first time of the earliest, nanoseconds since the epoch
 * @param last time of the latest
 * @param firstError time of the first error; empty when there is none
 * @param counts for each level that there is, the events in each cell
 * @param bursts cells with many more events than the others, most striking first
 * @param silences cells without events in a lane that is hardly ever without
 * @param late how many events were received more than a minute after their time
 * @param gaps times of which nothing was collected, or what was is lost: none there is not zero
 * @param versions that its events name, and when
 * @param moreVersions how many stretches of versions there are besides
 */
public record Lane(
    String name,
    long total,
    long first,
    long last,
    Optional<Long> firstError,
    Map<Severity, long[]> counts,
    List<Burst> bursts,
    List<Silence> silences,
    long late,
    List<Gap> gaps,
    List<Band> versions,
    int moreVersions) {
  public Lane {
    counts = Map.copyOf(counts);
    bursts = List.copyOf(bursts);
    silences = List.copyOf(silences);
    gaps = List.copyOf(gaps);
    versions = List.copyOf(versions);
  }

  /**
   * More than usual.
   *
   * @param errors whether errors are counted, not all events
   * @param events so many in the range
   * @param times as many as outside of it in the same time; infinite when there are none outside
   */
  public record Burst(TimeRange range, boolean errors, long events, double times) {}

  /**
   * Nothing where there is usually something.
   *
   * @param expected so many events there would be at the lane's usual rate
   * @param collected whether a source covers all of the range; if not, whether the lane fell silent
   *     or was no longer collected is not known
   */
  public record Silence(TimeRange range, double expected, boolean collected) {}

  /** A time of which nothing is known. */
  public record Gap(TimeRange range, Kind kind) {}

  /** Why nothing is known. */
  public enum Kind {
    /** no source that the lane's events come from covers the time */
    NOT_COLLECTED,
    /** a part of the store that holds the time cannot be read */
    DAMAGED,
    /** there are too many sources to tell which covers what */
    UNKNOWN,
    /** so young that events may still be on their way: not yet everything is known */
    ARRIVING
  }

  /** All events of each cell. */
  public long[] events(int cells) {
    return events(counts, cells);
  }

  /** The errors of each cell. */
  public long[] errors(int cells) {
    return errors(counts, cells);
  }

  static long[] events(Map<Severity, long[]> counts, int cells) {
    long[] all = new long[cells];
    counts.values().forEach(level -> add(level, all));
    return all;
  }

  static long[] errors(Map<Severity, long[]> counts, int cells) {
    long[] all = new long[cells];
    counts.forEach(
        (severity, level) -> {
          if (severity.isError()) {
            add(level, all);
          }
        });
    return all;
  }

  private static void add(long[] counts, long[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += counts[i];
    }
  }
}
