// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.suspect.content.Content;
import dev.clew.suspect.evidence.Cleared;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A suspect as machines read it. {@code commit} repeats the id where the suspect is one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuspectJson(
    String kind,
    String id,
    @Nullable String commit,
    double score,
    @Nullable String service,
    @Nullable String author,
    @Nullable String time,
    String subject,
    List<EvidenceJson> evidence,
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
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContentJson(
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

  static SuspectJson of(Suspect suspect) {
    return new SuspectJson(
        word(suspect.kind()),
        suspect.id(),
        suspect.kind() == Suspect.Kind.COMMIT ? suspect.id() : null,
        Rounded.of(suspect.score()),
        suspect.service(),
        suspect.author(),
        suspect.time() == null ? null : suspect.time().toString(),
        suspect.title(),
        suspect.evidence().stream().map(EvidenceJson::of).toList(),
        suspect.contents().all().stream().map(ContentJson::of).toList(),
        suspect.contents().complete(),
        suspect.page(),
        suspect.compare());
  }

  private static String word(Suspect.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Line 0 means that no line is named. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EvidenceJson(
      double weight,
      String text,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable String page) {
    static EvidenceJson of(Evidence evidence) {
      return new EvidenceJson(
          Rounded.of(evidence.weight()),
          evidence.text(),
          evidence.file(),
          evidence.line() > 0 ? evidence.line() : null,
          evidence.page());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClearedJson(String kind, String id, @Nullable String commit, String reason) {
    static ClearedJson of(Cleared cleared) {
      return new ClearedJson(
          word(cleared.kind()),
          cleared.id(),
          cleared.kind() == Suspect.Kind.COMMIT ? cleared.id() : null,
          cleared.reason());
    }
  }

  /** What {@code clew suspects --json} prints. */
  public record AnswerJson(
      List<SuspectJson> suspects,
      List<ClearedJson> cleared,
      List<FrameJson> frames,
      List<RunningJson> running,
      List<String> unknowns) {
    public static AnswerJson of(SuspectReport report) {
      return new AnswerJson(
          report.suspects().stream().map(SuspectJson::of).toList(),
          report.cleared().stream().map(ClearedJson::of).toList(),
          report.frames().stream().map(FrameJson::of).toList(),
          report.running().stream().map(RunningJson::of).toList(),
          report.unknowns());
    }
  }

  /**
   * The commit at which source was looked at.
   *
   * @param by name, deploy, build, version, frames or guess
   * @param how how it was found, in words
   */
  public record RunningJson(String commit, String subject, String by, String how) {
    public static RunningJson of(Running running) {
      return new RunningJson(
          running.commit(),
          running.subject(),
          running.by().name().toLowerCase(Locale.ROOT),
          running.how());
    }
  }

  /** One line of {@code clew suspects --batch}. */
  public record RankedJson(String id, List<String> ranked) {
    public static RankedJson of(String id, SuspectReport report) {
      return new RankedJson(
          id,
          report.suspects().stream()
              .filter(suspect -> suspect.kind() == Suspect.Kind.COMMIT)
              .map(Suspect::id)
              .toList());
    }
  }

  /**
   * A stack frame and where its source is.
   *
   * @param line as printed; 0 when none was
   * @param sourceLine the line in {@code path}, where it is not the printed one
   * @param reason why it was not found, or what is doubtful
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FrameJson(
      String function,
      @Nullable String file,
      int line,
      @Nullable String path,
      @Nullable Integer sourceLine,
      @Nullable String changed,
      @Nullable String reason,
      @Nullable String page,
      @Nullable String blame,
      @Nullable String editor) {
    static FrameJson of(ResolvedFrame frame) {
      return new FrameJson(
          frame.frame().qualifiedFunction(),
          frame.frame().file(),
          frame.frame().line(),
          frame.path(),
          frame.line() == 0 || frame.line() == frame.frame().line() ? null : frame.line(),
          frame.changed() == null ? null : frame.changed().id(),
          frame.reason(),
          frame.links().page(),
          frame.links().blame(),
          frame.links().editor());
    }
  }
}
