// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A pattern whose rate differs between the two sets by more than chance.
 *
 * @param pattern which
 * @param service the program that prints it
 * @param logger the named source inside the program
 * @param severity how serious it says it is
 * @param kind how it differs
 * @param now its exact count in the set that is explained
 * @param before its exact count in the baseline
 * @param score surprise, severity and specificity in one number from 0 to 1; best first
 * @param first nanoseconds since the epoch of its first event now, or of its last before when it is
 *     gone
 * @param example one event of it
 */
public record PatternChange(
    Pattern pattern,
    @Nullable String service,
    @Nullable String logger,
    Severity severity,
    Kind kind,
    long now,
    long before,
    double score,
    long first,
    LogEvent example) {

  /** How a pattern differs from the baseline. */
  public enum Kind {
    /** not in the baseline at all */
    NEW,
    /** in the baseline only */
    GONE,
    /** at a higher rate */
    MORE,
    /** at a lower rate */
    LESS
  }

  /** True when it occurs where it did not, or more often than it did. */
  public boolean isRise() {
    return kind == Kind.NEW || kind == Kind.MORE;
  }
}
