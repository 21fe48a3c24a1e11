// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clew.change.Change;
import dev.clew.change.Inference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param kind commit, deploy, restart, config or flag
 * @param inferred by what the logs give it away; left out when somebody told of it
 */
public record ChangeJson(
    String kind,
    Instant time,
    @Nullable String service,
    String id,
    String label,
    @Nullable String by,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InferredJson inferred) {

  /**
   * The line of the logs that gives a change away of which nobody told.
   *
   * @param how what it shows
   * @param event its id
   * @param line its number in the file, from 1
   */
  public record InferredJson(String how, String event, String file, long line) {}

  public static ChangeJson of(Change change) {
    Inference inferred = change.inferred();
    return new ChangeJson(
        change.kind(),
        change.time(),
        change.service(),
        change.id(),
        change.label(),
        change.by(),
        inferred == null
            ? null
            : new InferredJson(
                inferred.how(), inferred.event().value(), inferred.file(), inferred.line()));
  }
}
