// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack frame and the line of source it speaks of.
 *
 * @param frame the frame as printed
 * @param path file in the repository; null when it was not found
 * @param line line in that file, from 1: the printed one, unless a source map or the function's
 *     name says better; 0 when unknown
 * @param commit commit at which it was looked up; null when it was not found
 * @param changed commit that changed the line last; null when unknown
 * @param source the lines around it with their last change; empty when it was not found
 * @param tried files that were looked for; empty when it was found, or belongs to a library
 * @param reason why it was not found, or what is doubtful about the place; null when it is certain
 * @param links where the line can be looked at outside of Clew
 */
public record ResolvedFrame(
    StackFrame frame,
    @Nullable String path,
    int line,
    @Nullable String commit,
    @Nullable Commit changed,
    List<BlameLine> source,
    List<String> tried,
    @Nullable String reason,
    FrameLinks links) {
  public ResolvedFrame {
    source = List.copyOf(source);
    tried = List.copyOf(tried);
  }

  /** A frame that no file of the repository belongs to. */
  public static ResolvedFrame none(StackFrame frame, List<String> tried, @Nullable String reason) {
    return new ResolvedFrame(
        frame, null, 0, null, null, List.of(), tried, reason, FrameLinks.none());
  }

  /** True when the frame is a line of this repository. */
  public boolean isFound() {
    return path != null;
  }
}
