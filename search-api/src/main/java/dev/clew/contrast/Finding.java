// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.measure.Shares;
import dev.clew.contrast.member.Trait;
import dev.clew.event.Pattern;
import dev.clew.query.Quantity.Dimension;
import java.util.Optional;

/** A difference between two sets that is larger than chance. */
public sealed interface Finding {
  /** How far it can be trusted, and how large it is. */
  Measure measure();

  /** The same with another measure. */
  Finding with(Measure measure);

  /** How the one set differs from the other. */
  enum Change {
    /** There is none in the other set. */
    NEW,
    /** There is none in this set. */
    GONE,
    MORE,
    LESS
  }

  /**
   * A value, a pattern, a value inside of messages, or a step that more or fewer members have.
   *
   * @param ratio how many times as often here, at the scale of the sets
   */
  record Having(Trait trait, Change change, Shares shares, double ratio, Measure measure)
      implements Finding {
    @Override
    public Finding with(Measure other) {
      return new Having(trait, change, shares, ratio, other);
    }
  }

  /** The middle and the upper end of numbers, in the base unit of their dimension. */
  record Numbers(long count, double median, double p95) {}

  /**
   * A number that is larger or smaller.
   *
   * @param pattern whose variable it is; empty for an attribute
   * @param dominance in which share of pairs it is larger here, less the share in which it is
   *     smaller; −1 to 1
   */
  record Shift(
      String name,
      Optional<Pattern> pattern,
      Dimension dimension,
      Numbers here,
      Numbers there,
      double dominance,
      Measure measure)
      implements Finding {
    @Override
    public Finding with(Measure other) {
      return new Shift(name, pattern, dimension, here, there, dominance, other);
    }
  }

  /**
   * A steady message that stopped.
   *
   * @param host the host, or service, that no longer prints it
   * @param field what {@code host} names: {@code host} or {@code service}
   * @param pattern what it printed; empty when it prints nothing at all any more
   * @param expected how many of them were to be expected since
   * @param last when it was printed last, nanoseconds since the epoch; the start of the range when
   *     never in it
   * @param others what else came from there since
   */
  record Silence(
      String field,
      String host,
      Optional<Pattern> pattern,
      double perMinute,
      double expected,
      long last,
      long others,
      Measure measure)
      implements Finding {
    @Override
    public Finding with(Measure other) {
      return new Silence(field, host, pattern, perMinute, expected, last, others, other);
    }
  }
}
