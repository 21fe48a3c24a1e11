// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting got another value outside the code.
 *
 * @param time when
 * @param service which program it concerns; null when the record names none
 * @param resource where the setting lives: a file, a config map, a host; null when it names none
 * @param key which setting
 * @param oldValue its value before; null when unknown or unset
 * @param newValue its value after; null when unknown or unset
 * @param by who changed it; null when unknown
 */
public record ConfigChange(
    Instant time,
    @Nullable String service,
    @Nullable String resource,
    String key,
    @Nullable String oldValue,
    @Nullable String newValue,
    @Nullable String by)
    implements Change {

  @Override
  public String id() {
    return "config:" + (resource == null ? "" : resource + "/") + key + "@" + time;
  }

  @Override
  public String label() {
    String where = resource == null ? "" : " in " + resource;
    return key + where + ": " + shown(oldValue) + " → " + shown(newValue);
  }

  @Override
  public String kind() {
    return "config";
  }

  private static String shown(@Nullable String value) {
    return value == null ? "(unset)" : value;
  }
}
