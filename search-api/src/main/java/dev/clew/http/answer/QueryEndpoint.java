// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.TimeRange;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.table.TableJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.pipe.Material;
import dev.clew.pipe.PipeException;
import dev.clew.pipe.Pipes;
import dev.clew.pipe.measure.Limits;
import dev.clew.pipe.table.Table;
import dev.clew.query.pipe.Pipe;
import dev.clew.query.pipe.Pipeline;
import dev.clew.store.LogStore;
import java.time.ZoneId;
import java.util.List;

/** What a query with pipes gives. */
public final class QueryEndpoint implements Endpoint {
  private static final int EVENTS = 100;

  private final LogStore store;
  private final ZoneId zone;
  private final Limits limits;
  private final Material material;
  private final PipelineReading reading;
  private final Questions questions;
  private final Parameters parameters;

  /**
   * @param memory bytes for each pipeline
   * @param material for the pipe that looks for causes
   */
  public QueryEndpoint(
      LogStore store,
      ZoneId zone,
      long memory,
      Material material,
      PipelineReading reading,
      Questions questions,
      Parameters parameters) {
    this.limits = Limits.STANDARD.within(memory);
    this.material = material;
    this.reading = reading;
    this.store = store;
    this.zone = zone;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public TableJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    String text = request.get(parameters.query);
    PipelineReading.Read read = reading.read(text);
    Pipeline asked = read.parsed().pipeline();
    TimeRange range = read.typed().range().orElseGet(() -> questions.range(request));
    Pipeline limited =
        asked.pipes().isEmpty()
            ? new Pipeline(asked.query(), List.of(new Pipe.Head(EVENTS)))
            : asked;
    try {
      Pipes pipes = new Pipes(store.waiting(request.waiter()), zone, limits, material);
      Table table = pipes.run(limited, range, request.waiter());
      return TableJson.of(PipelineReading.understood(read), table, watch.millis());
    } catch (PipeException misplaced) {
      throw new Problem(
          ProblemType.PIPE_CANNOT_WORK,
          "q: " + misplaced.getMessage(),
          "docs/query.md shows every pipe at work");
    }
  }
}
