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
 */
public record Deploy(
    Instant time,
    @Nullable String service,
    @Nullable String version,
    @Nullable String commit,
    @Nullable String by)
    implements Change {

  @Override
  public String id() {
    return "deploy:" + (service == null ? "*" : service) + "@" + time;
  }

  @Override
  public String label() {
    String what = (service == null ? "" : service + " ") + (version == null ? "" : version + " ");
    String from =
        commit == null ? "" : " (" + commit.substring(0, Math.min(8, commit.length())) + ")";
    return what + "deployed" + from;
  }

  @Override
  public String kind() {
    return "deploy";
  }
}
