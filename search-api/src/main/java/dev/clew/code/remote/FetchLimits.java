// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.time.Duration;

/**
 * How much one fetch may take.
 *
 * @param time all of it, to the second
 * @param silence how long the server may say nothing
 * @param bytes most bytes of all answers together
 * @param refs most branches, tags and other refs that are advertised
 * @param object largest object, in bytes, also where it is made of others
 */
public record FetchLimits(Duration time, Duration silence, long bytes, int refs, long object) {
  /** For people's own servers: ten minutes, 8 GiB, 500,000 refs, objects of 512 MiB. */
  public static final FetchLimits STANDARD =
      new FetchLimits(
          Duration.ofMinutes(10), Duration.ofSeconds(30), 8L << 30, 500_000, 512L << 20);
}
