// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.source;

import dev.clew.code.Commit;
import java.time.Instant;

/** A commit in a few words. */
public record CommitJson(String id, String author, Instant time, String subject) {
  static CommitJson of(Commit commit) {
    return new CommitJson(commit.id(), commit.author(), commit.time(), commit.subject());
  }
}
