// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program began to run again, and nothing says that it was another version. More often a
 * consequence than a cause.
 *
 * @param time when; the first when several instances restarted one after another
 * @param service which program
 * @param version the version it says it is; null when it says none
 * @param starts how many times a process began
 * @param hosts on how many machines; 0 when the logs name none
 * @param inferred by which line
 */
public record Restart(
    Instant time,
    String service,
    @Nullable String version,
    int starts,
    int hosts,
    Inference inferred)
    implements Change {

  @Override
  public String id() {
    return "restart:" + service + "@" + time;
  }

  @Override
  public String label() {
    String what = service + (version == null ? "" : " " + version) + " restarted";
    String times = starts > Math.max(1, hosts) ? ", %d times".formatted(starts) : "";
    return what + times + (hosts > 1 ? " on %d hosts".formatted(hosts) : "");
  }

  /** Nobody who is known. */
  @Override
  public @Nullable String by() {
    return null;
  }

  @Override
  public String kind() {
    return "restart";
  }
}
