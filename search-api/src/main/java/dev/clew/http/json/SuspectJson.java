// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.clew.code.DiffHunk;
import dev.clew.suspect.content.Content;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A possible cause.
 *
 * @param kind commit, deploy, restart, config, flag or operational
 * @param score 0 to 1; the sum of the evidence, squashed; no probability
 * @param strength strong, likely or weak
 * @param contents what a commit changes, thing by thing
 * @param contentsComplete false when there are more, or when a file could not be compared
 * @param page address of a commit's page where its repository is hosted
 * @param compare address of what changed from the version before to the one that brought the commit
 */
public record SuspectJson(
    String kind,
    String id,
    String title,
    @Nullable String service,
    @Nullable String author,
    @Nullable Instant time,
    double score,
    String strength,
    List<EvidenceJson> evidence,
    List<HunkJson> diff,
    List<ContentJson> contents,
    boolean contentsComplete,
    @Nullable String page,
    @Nullable String compare) {

  /**
   * One thing that a commit changes.
   *
   * @param kind dependency, setting, flag, migration or value
   * @param before null when there was none
   * @param after null when there is none
   * @param text all of it in words
   */
  public record ContentJson(
      String kind,
      String name,
      @Nullable String before,
      @Nullable String after,
      String file,
      int line,
      String text) {
    static ContentJson of(Content content) {
      return new ContentJson(
          content.kind().name().toLowerCase(Locale.ROOT),
          content.name(),
          content.before(),
          content.after(),
          content.file(),
          content.line(),
          content.text());
    }
  }

  /**
   * An observation; its weight is negative when it speaks against.
   *
   * @param page address of the file and line where the repository is hosted
   */
  public record EvidenceJson(
      double weight,
      String text,
      @Nullable String file,
      int line,
      @Nullable String event,
      @Nullable String page) {
    static EvidenceJson of(Evidence evidence) {
      return new EvidenceJson(
          evidence.weight(),
          evidence.text(),
          evidence.file(),
          evidence.line(),
          evidence.event() == null ? null : evidence.event().value(),
          evidence.page());
    }
  }

  /** A stretch of a file that a commit changed. */
  public record HunkJson(String file, int oldStart, int newStart, List<LineJson> lines) {
    static HunkJson of(DiffHunk hunk) {
      return new HunkJson(
          hunk.file(),
          hunk.oldStart(),
          hunk.newStart(),
          hunk.lines().stream().map(LineJson::of).toList());
    }
  }

  /**
   * A line of it.
   *
   * @param op a space, + or -
   * @param old its number before; null for an added line
   * @param after its number after; null for a removed line
   */
  public record LineJson(
      String op, String text, @Nullable Integer old, @JsonProperty("new") @Nullable Integer after) {
    static LineJson of(DiffHunk.Line line) {
      return new LineJson(
          String.valueOf(line.op().sign()),
          line.text(),
          line.oldLine() == 0 ? null : line.oldLine(),
          line.newLine() == 0 ? null : line.newLine());
    }
  }

  public static SuspectJson of(Suspect suspect) {
    return new SuspectJson(
        word(suspect.kind()),
        suspect.id(),
        suspect.title(),
        suspect.service(),
        suspect.author(),
        suspect.time(),
        suspect.score(),
        word(suspect.strength()),
        suspect.evidence().stream().map(EvidenceJson::of).toList(),
        suspect.diff().stream().map(HunkJson::of).toList(),
        suspect.contents().all().stream().map(ContentJson::of).toList(),
        suspect.contents().complete(),
        suspect.page(),
        suspect.compare());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
