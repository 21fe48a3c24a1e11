// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a program began to run.
 *
 * @param time when
 * @param service which program; null when the record names none
 * @param version its new version; null when it names none
 * @param commit the commit it was built from, full or abbreviated; null when it names none
 * @param by who deployed it; null when unknown
 * @param before the version that ran until then; null when unknown
 * @param hosts on how many machines it was seen to begin; 0 when unknown
 * @param inferred by which line of the logs; null when somebody told of it
 */
public record Deploy(
    Instant time,
    @Nullable String service,
    @Nullable String version,
    @Nullable String commit,
    @Nullable String by,
    @Nullable String before,
    int hosts,
    @Nullable Inference inferred)
    implements Change {

  /** A deploy that somebody told of. */
  public Deploy(
      Instant time,
      @Nullable String service,
      @Nullable String version,
      @Nullable String commit,
      @Nullable String by) {
    this(time, service, version, commit, by, null, 0, null);
  }

  @Override
  public String id() {
    return "deploy:" + (service == null ? "*" : service) + "@" + time;
  }

  @Override
  public String label() {
    String what = (service == null ? "" : service + " ") + (before == null ? "" : before + " → ");
    String from =
        commit == null ? "" : " (" + commit.substring(0, Math.min(8, commit.length())) + ")";
    return what
        + (version == null ? "" : version + " ")
        + "deployed"
        + from
        + (hosts > 1 ? " on %d hosts".formatted(hosts) : "");
  }

  @Override
  public String kind() {
    return "deploy";
  }
}
