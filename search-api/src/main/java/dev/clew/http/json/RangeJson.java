// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import java.time.Instant;

/** A stretch of time: {@code from} is inside, {@code to} is the first moment after. */
public record RangeJson(Instant from, Instant to) {
  public static RangeJson of(TimeRange range) {
    return new RangeJson(EventTime.instant(range.from()), EventTime.instant(range.to()));
  }
}
