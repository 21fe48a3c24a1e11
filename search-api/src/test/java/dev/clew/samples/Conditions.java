// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Duration;
import java.time.Instant;

/**
 * What is wrong with the world around the services.
 *
 * @param certificateExpired while the card gateway's certificate is not valid
 * @param smallPool while checkout has {@link #SMALL} database connections instead of {@link
 *     #NORMAL}
 */
record Conditions(Window certificateExpired, Window smallPool) {

  static final int NORMAL = 40;
  static final int SMALL = 4;

  /** A stretch of time, the end excluded. */
  record Window(long from, long to) {

    static final Window NEVER = new Window(0, 0);

    static Window of(Instant from, Duration length) {
      return new Window(from.toEpochMilli(), from.plus(length).toEpochMilli());
    }

    boolean holds(long time) {
      return time >= from && time < to;
    }
  }

  int poolSize(long time) {
    return smallPool.holds(time) ? SMALL : NORMAL;
  }
}
