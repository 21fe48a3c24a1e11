// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.code.FunctionHistory;
import dev.clew.code.FunctionHistory.Change;
import dev.clew.code.frame.FrameResolver.AtHead;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file at a commit, with who wrote each line.
 *
 * @param commit full id
 * @param path in the repository
 * @param line the line asked for, from 1; 0 when none was, or it is gone before the commit
 * @param count lines of the whole file
 * @param ignored commits that the repository asks to pass over when lines are blamed
 * @param function the function around the line; null when it is in none
 * @param head where the line is at HEAD; null when this is HEAD
 * @param page address of the line where the repository is hosted
 * @param blame address of the page that says who wrote the line
 * @param editor address that opens the line in the editor of the server's machine
 */
public record SourceJson(
    CommitJson commit,
    String path,
    int line,
    int count,
    int ignored,
    List<LineJson> lines,
    @Nullable FunctionJson function,
    @Nullable HeadJson head,
    @Nullable String page,
    @Nullable String blame,
    @Nullable String editor) {

  /** A commit in short; {@code page} is its address where the repository is hosted. */
  public record CommitJson(
      String id, String subject, String author, Instant time, @Nullable String page) {
    public static CommitJson of(Commit commit, Function<String, @Nullable String> page) {
      return new CommitJson(
          commit.id(), commit.subject(), commit.author(), commit.time(), page.apply(commit.id()));
    }
  }

  /**
   * A line and the commit that wrote it.
   *
   * @param path what the file was called in that commit
   * @param origin number of the line there, from 1
   * @param before that there was such a file before that commit
   */
  public record LineJson(
      int line,
      String text,
      String commit,
      String author,
      Instant time,
      String subject,
      String path,
      int origin,
      boolean before) {
    public static LineJson of(BlameLine line, boolean before) {
      return new LineJson(
          line.line(),
          line.text(),
          line.commit().id(),
          line.commit().author(),
          line.commit().time(),
          line.commit().subject(),
          line.path(),
          line.origin(),
          before);
    }
  }

  /**
   * A function and the commits that changed it, newest first.
   *
   * @param complete that the last of them introduced it
   */
  public record FunctionJson(
      String name, int from, int to, List<ChangeJson> history, boolean complete) {
    public static FunctionJson of(
        FunctionHistory history, Function<String, @Nullable String> page) {
      return new FunctionJson(
          history.function(),
          history.from(),
          history.to(),
          history.changes().stream().map(change -> ChangeJson.of(change, page)).toList(),
          history.complete());
    }
  }

  /**
   * What a commit did to the function.
   *
   * @param kind introduced, renamed or changed
   * @param path file of the function in that commit
   * @param line where the function starts there
   */
  public record ChangeJson(
      CommitJson commit, String kind, String path, int line, int added, int removed) {
    static ChangeJson of(Change change, Function<String, @Nullable String> page) {
      return new ChangeJson(
          CommitJson.of(change.commit(), page),
          change.kind().name().toLowerCase(Locale.ROOT),
          change.path(),
          change.line(),
          change.added(),
          change.removed());
    }
  }

  /**
   * Where the line is at HEAD.
   *
   * @param line 0 when it is gone
   * @param same that it is unchanged; else another stands in its place
   */
  public record HeadJson(String commit, int line, boolean same) {
    public static HeadJson of(AtHead head) {
      return new HeadJson(head.commit(), head.line(), head.same());
    }
  }
}
