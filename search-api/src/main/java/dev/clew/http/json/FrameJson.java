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
 * @param own that it is of the event asked about; false when another failure printed it
 * @param line as printed; 0 when none was
 * @param path file in the repository; null when it was not found
 * @param sourceLine line in that file: the printed one unless {@code reason} says why not; 0 when
 *     unknown
 * @param commit at which it was looked up
 * @param changedBy who changed the line last
 * @param tried files that were looked for where none was found
 * @param reason why it was not found, or what is doubtful; null when it is certain
 * @param page address of the line where the repository is hosted
 * @param blame address of the page that says who wrote the line
 * @param editor address that opens the line in the editor of the server's machine
 */
public record FrameJson(
    String module,
    String function,
    @Nullable String file,
    int line,
    boolean own,
    @Nullable String path,
    int sourceLine,
    @Nullable String commit,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    @Nullable String changedCommit,
    List<SourceLineJson> source,
    List<String> tried,
    @Nullable String reason,
    @Nullable String page,
    @Nullable String blame,
    @Nullable String editor) {

  /** A line of source and who changed it last. */
  public record SourceLineJson(int line, String text, String commit, String author, Instant time) {
    public static SourceLineJson of(BlameLine line) {
      return new SourceLineJson(
          line.line(),
          line.text(),
          line.commit().id(),
          line.commit().author(),
          line.commit().time());
    }
  }

  public static FrameJson of(ResolvedFrame resolved, boolean own) {
    Commit changed = resolved.changed();
    return new FrameJson(
        resolved.frame().module(),
        resolved.frame().function(),
        resolved.frame().file(),
        resolved.frame().line(),
        own,
        resolved.path(),
        resolved.line(),
        resolved.commit(),
        changed == null ? null : changed.author(),
        changed == null ? null : changed.time(),
        changed == null ? null : changed.id(),
        resolved.source().stream().map(SourceLineJson::of).toList(),
        resolved.tried(),
        resolved.reason(),
        resolved.links().page(),
        resolved.links().blame(),
        resolved.links().editor());
  }
}
