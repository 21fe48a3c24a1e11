// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.TimeReading;
import dev.clew.http.json.QueryJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Notice;
import dev.clew.query.pipe.ParsedPipeline;
import dev.clew.query.pipe.PipeWords;
import dev.clew.query.pipe.PipelineParser;
import dev.clew.query.time.TypedTime;
import java.util.ArrayList;
import java.util.List;

/** Reads a query text with pipes, and says how it was understood. */
public final class PipelineReading {
  private final TimeReading times;

  public PipelineReading(TimeReading times) {
    this.times = times;
  }

  /**
   * A text, what it asks for, and the time typed in it.
   *
   * @param typed the text without its time, and the time
   */
  record Read(String text, TypedTime typed, ParsedPipeline parsed) {}

  /**
   * What {@code text} means.
   *
   * @throws Problem when it goes over a limit
   */
  Read read(String text) {
    TypedTime typed = times.read(text);
    ParsedPipeline parsed = PipelineParser.parse(typed.text());
    if (parsed.refused()) {
      Notice limit = parsed.notices().getLast();
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE, "q: " + limit.message(), limit.fix(), limit.position());
    }
    return new Read(text, typed, parsed);
  }

  static QueryJson understood(Read read) {
    List<Notice> notices = new ArrayList<>(read.parsed().notices());
    read.typed().notice().ifPresent(notices::addFirst);
    return new QueryJson(
        read.text(),
        read.parsed().pipeline().toString(),
        PipeWords.explain(read.parsed().pipeline()),
        Understood.notices(notices, read.text()));
  }
}
