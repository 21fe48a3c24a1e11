// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.json.QueryJson;
import dev.clew.http.json.QueryJson.NoticeJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Notice;
import dev.clew.query.pipe.ParsedPipeline;
import dev.clew.query.pipe.PipeWords;
import dev.clew.query.pipe.PipelineParser;

/** Reads a query text with pipes, and says how it was understood. */
final class PipelineReading {
  private PipelineReading() {}

  /**
   * What {@code text} means.
   *
   * @throws Problem when it goes over a limit
   */
  static ParsedPipeline read(String text) {
    ParsedPipeline parsed = PipelineParser.parse(text);
    if (parsed.refused()) {
      Notice limit = parsed.notices().getLast();
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE, "q: " + limit.message(), limit.fix(), limit.position());
    }
    return parsed;
  }

  static QueryJson understood(String text, ParsedPipeline parsed) {
    return new QueryJson(
        text,
        parsed.pipeline().toString(),
        PipeWords.explain(parsed.pipeline()),
        parsed.notices().stream().map(notice -> json(notice, text)).toList());
  }

  private static NoticeJson json(Notice notice, String text) {
    int end = notice.position() + notice.length();
    String fixed =
        notice.fix() == null
            ? null
            : text.substring(0, notice.position()) + notice.fix() + text.substring(end);
    return new NoticeJson(notice.position(), notice.length(), notice.message(), fixed);
  }
}
