// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting got another value outside the code.
 *
 * @param time when
 * @param service which program it concerns; null when the record names none
 * @param host which machine it was changed on; null when the record names none
 * @param resource where the setting lives: a file, a config map, a package; null when it names none
 * @param key which setting
 * @param oldValue its value before; null when unknown or unset
 * @param newValue its value after; null when unknown or unset
 * @param by who changed it, which may be the run of a tool; null when unknown
 * @param neighbours the programs whose logs name the host, when no program is named: which of them
 *     the setting concerns is not known
 */
public record ConfigChange(
    Instant time,
    @Nullable String service,
    @Nullable String host,
    @Nullable String resource,
    String key,
    @Nullable String oldValue,
    @Nullable String newValue,
    @Nullable String by,
    List<String> neighbours)
    implements Change {
  private static final int NAMED = 3;

  public ConfigChange {
    neighbours = List.copyOf(neighbours);
  }

  /** A change of which nobody looked up what runs on its host. */
  public ConfigChange(
      Instant time,
      @Nullable String service,
      @Nullable String host,
      @Nullable String resource,
      String key,
      @Nullable String oldValue,
      @Nullable String newValue,
      @Nullable String by) {
    this(time, service, host, resource, key, oldValue, newValue, by, List.of());
  }

  /** This change, with the programs whose logs name its host. */
  public ConfigChange withNeighbours(List<String> services) {
    return new ConfigChange(time, service, host, resource, key, oldValue, newValue, by, services);
  }

  /** A change of which nobody said on which machine it was made. */
  public ConfigChange(
      Instant time,
      @Nullable String service,
      @Nullable String resource,
      String key,
      @Nullable String oldValue,
      @Nullable String newValue,
      @Nullable String by) {
    this(time, service, null, resource, key, oldValue, newValue, by);
  }

  @Override
  public String id() {
    return "config:"
        + (host == null ? "" : host + ":")
        + (resource == null ? "" : resource + "/")
        + key
        + "@"
        + time;
  }

  @Override
  public String label() {
    String where =
        (resource == null ? "" : " in " + resource)
            + (host == null ? "" : " on " + host + beside());
    String values =
        oldValue == null && newValue == null
            ? "changed"
            : shown(oldValue) + " → " + shown(newValue);
    return key + where + ": " + values;
  }

  @Override
  public String kind() {
    return "config";
  }

  private String beside() {
    if (neighbours.isEmpty()) {
      return "";
    }
    int more = neighbours.size() - NAMED;
    return ", where %s%s %s"
        .formatted(
            String.join(", ", neighbours.stream().limit(NAMED).toList()),
            more > 0 ? " and %d more".formatted(more) : "",
            neighbours.size() == 1 ? "logs" : "log");
  }

  private static String shown(@Nullable String value) {
    return value == null ? "(unset)" : value;
  }
}
