// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.TimeRange;
import java.util.Optional;

/**
 * How much has been looked at.
 *
 * @param scanned events looked at, whether they match or not
 * @param of events in the range, at least {@code scanned}
 * @param rest what of the range was not looked at yet; empty at the end
 */
public record Progress(long scanned, long of, Optional<TimeRange> rest) {
  /** From 0 to 100, and 100 only at the end. */
  public int percent() {
    if (rest.isEmpty()) {
      return 100;
    }
    return of == 0 ? 0 : (int) Math.min(99, scanned * 100.0 / of);
  }
}
