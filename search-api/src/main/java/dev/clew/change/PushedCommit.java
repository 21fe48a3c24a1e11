// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commit that somebody told of, and of which nothing but this is known: it reached a repository,
 * which runs nowhere yet.
 *
 * @param time when it was made
 * @param service whose code it is; null when the record names none
 * @param id its full id
 * @param subject the first line of its message
 * @param by its author; null when unknown
 */
public record PushedCommit(
    Instant time, @Nullable String service, String id, String subject, @Nullable String by)
    implements Change {

  @Override
  public String label() {
    return subject;
  }

  @Override
  public String kind() {
    return "commit";
  }
}
