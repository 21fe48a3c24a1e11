// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack frame and the line of source it speaks of.
 *
 * @param frame the frame as printed
 * @param path file in the repository; null when it was not found
 * @param commit commit at which it was looked up; null when it was not found
 * @param changed commit that changed the line last; null when unknown
 * @param source the lines around it with their last change; empty when it was not found
 * @param reason why it was not found, or what is doubtful about the place; null when it is certain
 */
public record ResolvedFrame(
    StackFrame frame,
    @Nullable String path,
    @Nullable String commit,
    @Nullable Commit changed,
    List<BlameLine> source,
    @Nullable String reason) {
  public ResolvedFrame {
    source = List.copyOf(source);
  }

  /** True when the frame is a line of this repository. */
  public boolean isFound() {
    return path != null;
  }
}
