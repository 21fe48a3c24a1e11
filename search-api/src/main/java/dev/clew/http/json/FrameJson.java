// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.code.frame.ResolvedFrame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack frame and the source it names.
 *
 * @param path file in the repository; null when it was not found
 * @param commit at which it was looked up
 * @param changedBy who changed the line last
 * @param reason why it was not found, or what is doubtful; null when it is certain
 */
public record FrameJson(
    String module,
    String function,
    @Nullable String file,
    int line,
    @Nullable String path,
    @Nullable String commit,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    @Nullable String changedCommit,
    List<SourceLineJson> source,
    @Nullable String reason) {

  /** A line of source and who changed it last. */
  public record SourceLineJson(int line, String text, String commit, String author, Instant time) {
    static SourceLineJson of(BlameLine line) {
      return new SourceLineJson(
          line.line(),
          line.text(),
          line.commit().id(),
          line.commit().author(),
          line.commit().time());
    }
  }

  public static FrameJson of(ResolvedFrame resolved) {
    Commit changed = resolved.changed();
    return new FrameJson(
        resolved.frame().module(),
        resolved.frame().function(),
        resolved.frame().file(),
        resolved.frame().line(),
        resolved.path(),
        resolved.commit(),
        changed == null ? null : changed.author(),
        changed == null ? null : changed.time(),
        changed == null ? null : changed.id(),
        resolved.source().stream().map(SourceLineJson::of).toList(),
        resolved.reason());
  }
}
