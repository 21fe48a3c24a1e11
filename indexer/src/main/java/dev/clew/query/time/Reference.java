// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * What typed times refer to.
 *
 * @param now the time of day
 * @param latest the newest event: a clock time without a day means the last such time up to it
 * @param zone of times that name none
 * @param deploys when a service was deployed last; of the empty name, anything
 */
public record Reference(
    Instant now,
    Optional<Instant> latest,
    ZoneId zone,
    Function<String, Optional<Instant>> deploys) {}
