// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import java.util.List;

/**
 * The commits that fit the lines of stack traces best.
 *
 * @param commits full ids, children before parents; others may lie between them
 * @param judged how many commits were looked at, newest first
 * @param frames how many frames were compared
 * @param exact how many of them find the call, or the exception, on their very line
 * @param against how many of them cannot have run there
 * @param worse how many more frames contradict the newest commit that was looked at
 * @param inexact how many fewer frames find their call there; negative when more do
 */
public record FittingCommits(
    List<String> commits, int judged, int frames, int exact, int against, int worse, int inexact) {
  /** Fewer lines with their call on them may agree by chance. */
  private static final int ENOUGH = 2;

  public FittingCommits {
    commits = List.copyOf(commits);
  }

  /** The one that no other of them has in its history. */
  public String newest() {
    return commits.getFirst();
  }

  /** True when the newest commit that was looked at fits as well as any. */
  public boolean isNewest() {
    return worse == 0 && inexact <= 0;
  }

  /**
   * True when no frame contradicts, calls are on the lines of several frames, and the newest commit
   * that was looked at is contradicted.
   */
  public boolean isSure() {
    return against == 0 && exact >= ENOUGH && worse > 0;
  }

  /** How it was found and how sure it is, in words. */
  public String how() {
    return "inferred from %d of %d frames, %d of them with the call on their line; %s"
        .formatted(
            frames - against,
            frames,
            exact,
            commits.size() == 1
                ? "no other of %,d commits agrees".formatted(judged)
                : "%,d of %,d commits agree, from %s to %s"
                    .formatted(
                        commits.size(),
                        judged,
                        commits.getLast().substring(0, 8),
                        newest().substring(0, 8)));
  }
}
