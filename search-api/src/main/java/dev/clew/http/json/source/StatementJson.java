// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.source;

import dev.clew.code.Commit;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.StatementHistory;
import dev.clew.code.statement.seen.Sightings.Seen;
import dev.clew.code.syntax.Said;
import dev.clew.http.json.source.MessagesJson.SeenJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement that may have printed a line.
 *
 * @param first first line, from 1
 * @param kind log, print, throw or text
 * @param level null when the source does not tell
 * @param share how much of the message its fixed text accounts for, 0 to 1
 * @param history null when it was not asked for
 * @param seen null when it was not asked for, or the text is too short to look for
 */
public record StatementJson(
    String path,
    int first,
    int last,
    String function,
    String kind,
    @Nullable String level,
    String template,
    double score,
    double share,
    List<VariableJson> variables,
    List<String> reasons,
    @Nullable HistoryJson history,
    @Nullable SeenJson seen) {

  /** A variable of the statement and what the line has in its place. */
  public record VariableJson(String name, String value) {}

  /**
   * What became of the statement.
   *
   * @param introduced the commit that brought it; null when its history is longer than was followed
   * @param changes newest first
   */
  public record HistoryJson(@Nullable CommitJson introduced, List<VersionJson> changes) {
    static HistoryJson of(StatementHistory history) {
      Commit introduced = history.introduced();
      return new HistoryJson(
          introduced == null ? null : CommitJson.of(introduced),
          history.versions().stream()
              .map(
                  version ->
                      new VersionJson(
                          CommitJson.of(version.commit()),
                          version.path(),
                          version.line(),
                          version.text()))
              .toList());
    }
  }

  /** The statement after a commit that changed it. */
  public record VersionJson(CommitJson commit, String path, int line, String template) {}

  public static StatementJson of(
      Match match, @Nullable StatementHistory history, @Nullable Seen seen) {
    Said said = match.statement().said();
    return new StatementJson(
        match.statement().path(),
        said.first(),
        said.last(),
        said.function(),
        said.kind().name().toLowerCase(Locale.ROOT),
        said.level().isEmpty() ? null : said.level().toLowerCase(Locale.ROOT),
        match.statement().text(),
        match.score(),
        match.share(),
        match.values().stream()
            .map(value -> new VariableJson(value.name(), value.value()))
            .toList(),
        match.reasons(),
        history == null ? null : HistoryJson.of(history),
        seen == null ? null : SeenJson.of(seen));
  }
}
