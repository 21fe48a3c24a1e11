// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.QueryWords;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a pipeline does. */
public final class PipeWords {
  private PipeWords() {}

  /** {@code level is error; then count by service; then the first 10 rows}. */
  public static String explain(Pipeline pipeline) {
    return QueryWords.explain(pipeline.query())
        + pipeline.pipes().stream()
            .map(pipe -> "; then " + explain(pipe))
            .collect(Collectors.joining());
  }

  private static String explain(Pipe pipe) {
    return switch (pipe) {
      case Pipe.Stats stats -> measures(stats.measures()) + by(stats.by());
      case Pipe.Top top ->
          "the %,d %s values of %s"
              .formatted(
                  top.limit(), top.rarest() ? "rarest" : "most frequent", list(top.fields()));
      case Pipe.Timechart chart ->
          measures(chart.measures())
              + " over time"
              + (chart.span().isAutomatic() ? "" : " in steps of " + chart.span())
              + (chart.by().isEmpty() ? "" : ", a series for each " + chart.by());
      case Pipe.Sort sort ->
          "sorted by "
              + sort.keys().stream()
                  .map(key -> key.field() + (key.descending() ? ", largest first" : ""))
                  .collect(Collectors.joining(", then "));
      case Pipe.Head head -> "the first %,d rows".formatted(head.count());
      case Pipe.Tail tail -> "the last %,d rows".formatted(tail.count());
      case Pipe.Fields fields -> "only " + list(fields.names());
      case Pipe.Dedup dedup -> "the first row of each " + list(dedup.fields());
      case Pipe.Where where -> "rows with " + PipePrinter.condition(where.condition());
      case Pipe.Search search -> "events where " + QueryWords.explain(search.query());
      case Pipe.Rex rex ->
          "fields taken out of " + (rex.field().isEmpty() ? "the text" : rex.field());
      case Pipe.Context context ->
          "with %,d events before and after%s"
              .formatted(
                  context.lines(),
                  context.key().equals("all") ? "" : " of the same " + context.key());
      case Pipe.Trace trace -> "all events of each " + trace.key() + " as one row";
      case Pipe.Patterns patterns -> "their patterns";
      case Pipe.Compare compare -> "their patterns compared with " + compare.earlier() + " earlier";
      case Pipe.Explain explain ->
          "what sets them apart from events where " + QueryWords.explain(explain.than());
      case Pipe.Suspects suspects -> "the changes that may have caused them";
      case Pipe.Joins joins -> "the ids that their services have in common";
      case Pipe.Timeline timeline ->
          "when each %s failed, burst or fell silent".formatted(timeline.lane());
    };
  }

  private static String measures(List<Measure> measures) {
    return measures.stream().map(PipeWords::measure).collect(Collectors.joining(", "));
  }

  private static String measure(Measure measure) {
    String field = measure.field();
    return switch (measure.function()) {
      case COUNT -> field.isEmpty() ? "how many" : "how many have " + field;
      case DISTINCT -> "how many different " + field;
      case SUM -> "sum of " + field;
      case AVERAGE -> "average " + field;
      case MINIMUM -> "smallest " + field;
      case MAXIMUM -> "largest " + field;
      case PERCENTILE -> Measure.of(measure.function(), measure.percent(), field).name();
      case FIRST -> "earliest " + field;
      case LAST -> "latest " + field;
      case VALUES -> "all different " + field;
    };
  }

  private static String by(List<Key> keys) {
    return keys.isEmpty()
        ? ""
        : " for each "
            + keys.stream()
                .map(
                    key ->
                        key instanceof Key.ByTime time
                            ? "step of time"
                                + (time.span().isAutomatic() ? "" : " of " + time.span())
                            : key.name())
                .collect(Collectors.joining(" and "));
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
