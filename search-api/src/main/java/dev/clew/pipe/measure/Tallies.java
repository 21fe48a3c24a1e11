// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.query.pipe.Measure;

/** The tally of each measure. */
public final class Tallies {
  /** Bytes of a tally that has seen nothing, about. */
  public static final long WEIGHT = 100;

  private Tallies() {}

  /** A new tally of {@code measure}, which keeps what {@code room} allows. */
  public static Tally of(Measure measure, Room room) {
    return switch (measure.function()) {
      case COUNT -> new CountTally(measure.field());
      case DISTINCT -> new DistinctTally(measure.field(), room);
      case SUM, AVERAGE, PERCENTILE -> new NumberTally(measure, room);
      case MINIMUM -> new ExtremeTally(measure.field(), -1);
      case MAXIMUM -> new ExtremeTally(measure.field(), 1);
      case FIRST -> new EdgeTally(measure.field(), -1, room);
      case LAST -> new EdgeTally(measure.field(), 1, room);
      case VALUES -> new ValuesTally(measure.field(), room);
    };
  }
}
