// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feature flag was switched.
 *
 * @param time when
 * @param service which program it concerns; null when the record names none
 * @param flag its name
 * @param from its state before; null when unknown
 * @param to its state after; null when unknown
 * @param by who switched it; null when unknown
 */
public record FlagChange(
    Instant time,
    @Nullable String service,
    String flag,
    @Nullable String from,
    @Nullable String to,
    @Nullable String by)
    implements Change {

  @Override
  public String id() {
    return "flag:" + flag + "@" + time;
  }

  @Override
  public String label() {
    return "flag " + flag + (from == null ? "" : ": " + from) + (to == null ? "" : " → " + to);
  }

  @Override
  public String kind() {
    return "flag";
  }
}
