// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.TimeRange;
import dev.clew.pipe.measure.Limits;
import dev.clew.pipe.stage.Collector;
import dev.clew.pipe.stage.Grid;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.stage.Work;
import dev.clew.pipe.table.Table;
import dev.clew.query.Query;
import dev.clew.query.pipe.Pipe;
import dev.clew.query.pipe.Pipeline;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes pipelines over a store. Thread-safe, as the store is. */
public final class Pipes {
  private final LogStore store;
  private final ZoneId zone;
  private final Limits limits;
  private final Material material;

  /** Pipelines about events alone. */
  public Pipes(LogStore store, ZoneId zone, Limits limits) {
    this(store, zone, limits, Material.NONE);
  }

  /** Steps of time of an hour and more are cut by the clock of {@code zone}. */
  public Pipes(LogStore store, ZoneId zone, Limits limits, Material material) {
    this.material = material;
    this.store = store;
    this.zone = zone;
    this.limits = limits;
  }

  /**
   * What {@code pipeline} gives of the events in {@code range}, newest first where no pipe says
   * otherwise. When {@code until} passes, what was computed so far, marked as incomplete.
   *
   * @throws PipeException when a pipe stands where it cannot work
   * @throws dev.clew.store.StoreException when the store cannot answer
   */
  public Table run(Pipeline pipeline, TimeRange range, Until until) {
    List<Pipe> pipes = new ArrayList<>(pipeline.pipes());
    List<Query> all = new ArrayList<>(List.of(pipeline.query()));
    while (!pipes.isEmpty() && pipes.get(0) instanceof Pipe.Search more) {
      all.add(more.query());
      pipes.remove(0);
    }
    Places.check(pipes);
    Selection selection = new Selection(Query.and(all), range);
    Work work = new Work(limits);
    Collector collector = new Collector(isSeries(pipes), work);
    Grid grid = new Grid(held(range), zone);
    Plan plan = new Plan(store, selection, grid, work, until);
    List<Stage> stages = plan.stages(pipes, collector);
    feed(plan, pipes.stream().findFirst().map(Plan::plain), stages.get(0));
    return collector.table();
  }

  private void feed(Plan plan, Optional<Pipe> first, Stage stage) {
    switch (first.orElse(null)) {
      case Pipe.Compare compare -> new Contrast(plan).compare(compare, stage);
      case Pipe.Explain explain -> new Contrast(plan).explain(explain, stage);
      case Pipe.Suspects suspects -> new SuspectSource(plan, material).feed(stage);
      case Pipe.Joins joins -> new JoinSource(plan).feed(stage);
      case Pipe.Timeline timeline -> new TimelineSource(plan, zone).feed(timeline.lane(), stage);
      case null -> new EventSource(plan).feed(stage);
      case Pipe pipe -> {
        if (!new CountSource(plan).feed(pipe, stage)) {
          new EventSource(plan).feed(stage);
        }
      }
    }
  }

  private TimeRange held(TimeRange range) {
    TimeRange held = store.status().range().orElse(new TimeRange(0, 0));
    return new TimeRange(
        Math.clamp(range.from(), held.from(), held.to()),
        Math.clamp(range.to(), held.from(), held.to()));
  }

  /** True when steps of time come out: the last pipe that makes a table is a chart. */
  private static boolean isSeries(List<Pipe> pipes) {
    boolean series = false;
    for (Pipe pipe : pipes) {
      series =
          switch (pipe) {
            case Pipe.Timechart chart -> true;
            case Pipe.Head head -> series;
            case Pipe.Tail tail -> series;
            case Pipe.Where where -> series;
            default -> false;
          };
    }
    return series;
  }
}
