// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.pipe.stage.DedupStage;
import dev.clew.pipe.stage.FieldsStage;
import dev.clew.pipe.stage.Grid;
import dev.clew.pipe.stage.HeadStage;
import dev.clew.pipe.stage.RexStage;
import dev.clew.pipe.stage.SortStage;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.stage.StatementStage;
import dev.clew.pipe.stage.StatsStage;
import dev.clew.pipe.stage.TailStage;
import dev.clew.pipe.stage.TimechartStage;
import dev.clew.pipe.stage.TopStage;
import dev.clew.pipe.stage.WhereStage;
import dev.clew.pipe.stage.Work;
import dev.clew.pipe.table.EventRow;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Measure;
import dev.clew.query.pipe.Measure.Function;
import dev.clew.query.pipe.Names;
import dev.clew.query.pipe.Pipe;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One pipeline under way: what it reads, and a stage for each of its pipes. */
record Plan(LogStore store, Selection selection, Grid grid, Work work, Until until) {

  /** What of {@code pipe} a store can count: patterns are a kind of stats first. */
  static Pipe plain(Pipe pipe) {
    return pipe instanceof Pipe.Patterns
        ? new Pipe.Stats(
            List.of(
                Measure.count(),
                new Measure(Function.MAXIMUM, 0, "level", "level"),
                new Measure(Function.VALUES, 0, "service", "services"),
                new Measure(Function.MINIMUM, 0, Names.TIME, "first"),
                new Measure(Function.MAXIMUM, 0, Names.TIME, "last")),
            List.of(new Key.ByField("pattern"), new Key.ByField("pattern.template")))
        : pipe;
  }

  /** The stages of {@code pipes}, which end in {@code last}; at least that one. */
  List<Stage> stages(List<Pipe> pipes, Stage last) {
    List<Stage> stages = new ArrayList<>(List.of(last));
    for (int i = pipes.size() - 1; i >= 0; i--) {
      int wanted =
          i + 1 < pipes.size() && pipes.get(i + 1) instanceof Pipe.Head head
              ? head.count()
              : Integer.MAX_VALUE;
      stages.add(stage(pipes.get(i), wanted, stages.getLast()));
    }
    Collections.reverse(stages);
    return stages;
  }

  private Stage stage(Pipe pipe, int wanted, Stage next) {
    return switch (pipe) {
      case Pipe.Stats stats -> new StatsStage(stats, grid, work, next);
      case Pipe.Top top -> new TopStage(top, grid, work, next);
      case Pipe.Timechart chart -> new TimechartStage(chart, grid, work, next);
      case Pipe.Sort sort -> new SortStage(sort, wanted, work, next);
      case Pipe.Head head -> new HeadStage(head.count(), next);
      case Pipe.Tail tail -> new TailStage(tail.count(), work, next);
      case Pipe.Fields fields -> new FieldsStage(fields.names(), work, next);
      case Pipe.Dedup dedup -> new DedupStage(dedup.fields(), work, next);
      case Pipe.Where where -> WhereStage.of(where.condition(), next);
      case Pipe.Search search ->
          new WhereStage(
              row -> row instanceof EventRow event && search.query().matches(event.event()), next);
      case Pipe.Rex rex -> new RexStage(rex.field(), rex.expression(), next);
      case Pipe.Context context -> new ContextStage(context, this, next);
      case Pipe.Trace trace -> new TraceStage(trace.key(), this, next);
      case Pipe.Patterns patterns ->
          stage(plain(patterns), Integer.MAX_VALUE, new StatementStage(work, next));
      case Pipe.Compare compare -> next;
      case Pipe.Explain explain -> next;
      case Pipe.Suspects suspects -> next;
      case Pipe.Joins joins -> next;
      case Pipe.Timeline timeline -> next;
    };
  }
}
