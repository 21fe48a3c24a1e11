// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.code.home.Home;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.suspect.evidence.Running;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a cause.
 *
 * @param onset when the failure began; null when nothing failed more than before
 * @param symptom what is explained; null when nothing rose
 * @param group which errors are the same as the symptom, for verdicts; null without one
 * @param verdicts what people said of suspects of these errors
 * @param window the time that is explained
 * @param running the commits at which source was looked at, one a repository
 * @param folders which folder of a shared repository is whose, told or guessed
 * @param obstacles what keeps this from leading to a line and a commit, and how to give it
 * @param baseline the time it is compared with; null when there are no events before
 */
public record SuspectsJson(
    @Nullable OnsetJson onset,
    @Nullable SymptomJson symptom,
    @Nullable String group,
    List<VerdictJson> verdicts,
    RangeJson window,
    @Nullable RangeJson baseline,
    List<SuspectJson> suspects,
    List<ClearedJson> cleared,
    List<FrameJson> frames,
    List<RunningJson> running,
    List<Home> folders,
    List<ObstacleJson> obstacles,
    List<String> unknowns,
    ComparisonJson comparison) {

  /** The same with these verdicts. */
  public SuspectsJson judged(List<VerdictJson> said) {
    return new SuspectsJson(
        onset,
        symptom,
        group,
        said,
        window,
        baseline,
        suspects,
        cleared,
        frames,
        running,
        folders,
        obstacles,
        unknowns,
        comparison);
  }

  /** A moment and the id of the event that marks it. */
  public record OnsetJson(Instant time, String event) {}

  /**
   * What is explained: the event asked about, or the pattern that rose most.
   *
   * @param exception type of the innermost cause, where it began
   * @param pattern id of its pattern
   * @param event id of an event that shows it
   * @param count events of its pattern in the window
   */
  public record SymptomJson(
      String message,
      @Nullable String service,
      @Nullable String level,
      @Nullable String exception,
      @Nullable String pattern,
      String event,
      long count) {}

  /**
   * A commit at which source was looked at.
   *
   * @param how how it was found, in words
   * @param sure that something told it; false for a guess from the history
   * @param by name, deploy, build, version, frames or guess
   * @param event id of the line of the logs that told it; null when none did
   */
  public record RunningJson(
      @Nullable String service,
      @Nullable String version,
      String commit,
      String subject,
      String how,
      boolean sure,
      String by,
      @Nullable String event) {
    public static RunningJson of(Running running) {
      return new RunningJson(
          running.service(),
          running.version(),
          running.commit(),
          running.subject(),
          running.how(),
          running.sure(),
          running.by().name().toLowerCase(Locale.ROOT),
          running.event() == null ? null : running.event().value());
    }
  }

  /**
   * What stands in the way.
   *
   * @param kind no-repository, unreadable-repository, not-fetched, no-version, unknown-commit,
   *     no-trace, no-app-frames, no-file, minified or nothing-touches
   * @param text what is missing
   * @param checked what was looked at, a line each
   * @param fix how to give it
   */
  public record ObstacleJson(String kind, String text, List<String> checked, String fix) {}

  /** A change that was looked at and is not to blame. */
  public record ClearedJson(String kind, String id, String title, String reason) {}
}
