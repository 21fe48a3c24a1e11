// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to one file.
 *
 * @param kind what happened
 * @param oldPath path before; equal to {@code newPath} unless the file was renamed or copied
 * @param newPath path after; the old path when the file was removed
 * @param hunks changed stretches in order; empty for a rename without edits
 * @param unread why the hunks are missing (binary, too large, object absent); null when they are
 *     complete
 */
public record FileDiff(
    Kind kind, String oldPath, String newPath, List<DiffHunk> hunks, @Nullable String unread) {
  /** Why a file is unread whose contents a partial clone has not fetched. */
  public static final String ABSENT = "its contents are absent from this partial clone";

  public FileDiff {
    hunks = List.copyOf(hunks);
  }

  /** What can happen to a file. */
  public enum Kind {
    ADDED,
    MODIFIED,
    REMOVED,
    RENAMED,
    COPIED
  }
}
