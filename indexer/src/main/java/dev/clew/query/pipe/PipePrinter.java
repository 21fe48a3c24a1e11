// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Typed;
import dev.clew.query.pipe.Condition.Operand;
import java.util.List;
import java.util.stream.Collectors;

/** Prints pipes as text that parses to equal pipes. */
final class PipePrinter {
  private PipePrinter() {}

  static String print(Pipe pipe) {
    return switch (pipe) {
      case Pipe.Stats stats -> "stats " + measures(stats.measures()) + by(stats.by());
      case Pipe.Top top ->
          (top.rarest() ? "rare " : "top ") + top.limit() + " " + names(top.fields());
      case Pipe.Timechart chart -> timechart(chart);
      case Pipe.Sort sort ->
          "sort "
              + sort.keys().stream()
                  .map(key -> (key.descending() ? "- " : "") + Names.print(key.field()))
                  .collect(Collectors.joining(", "));
      case Pipe.Head head -> "head " + head.count();
      case Pipe.Tail tail -> "tail " + tail.count();
      case Pipe.Fields fields -> "fields " + names(fields.names());
      case Pipe.Dedup dedup -> "dedup " + names(dedup.fields());
      case Pipe.Where where -> "where " + condition(where.condition());
      case Pipe.Search search -> "search " + search.query();
      case Pipe.Rex rex ->
          "rex "
              + (rex.field().isEmpty() ? "" : "field=" + Names.print(rex.field()) + " ")
              + Typed.quote(rex.expression());
      case Pipe.Context context -> "context " + context.lines() + " by " + context.key();
      case Pipe.Trace trace -> "trace " + Names.print(trace.key());
      case Pipe.Patterns patterns -> "patterns";
      case Pipe.Compare compare -> "compare -" + compare.earlier();
      case Pipe.Explain explain -> "explain vs (" + explain.than() + ")";
      case Pipe.Suspects suspects -> "suspects";
      case Pipe.Joins joins -> "joins";
      case Pipe.Timeline timeline -> "timeline by " + Names.print(timeline.lane());
    };
  }

  private static String timechart(Pipe.Timechart chart) {
    String span = chart.span().isAutomatic() ? "" : chart.span() + " ";
    String limit = chart.series() == Pipe.Timechart.SERIES ? "" : "limit=" + chart.series() + " ";
    String by = chart.by().isEmpty() ? "" : " by " + Names.print(chart.by());
    return "timechart " + span + limit + measures(chart.measures()) + by;
  }

  private static String measures(List<Measure> measures) {
    return measures.stream().map(PipePrinter::measure).collect(Collectors.joining(", "));
  }

  private static String measure(Measure measure) {
    String field = measure.field().isEmpty() ? "" : Names.print(measure.field());
    String text = Measure.text(measure.function(), measure.percent(), field);
    return measure.hasPlainName() ? text : text + " as " + Names.print(measure.name());
  }

  private static String by(List<Key> keys) {
    return keys.isEmpty()
        ? ""
        : " by " + keys.stream().map(PipePrinter::key).collect(Collectors.joining(", "));
  }

  private static String key(Key key) {
    return switch (key) {
      case Key.ByField field ->
          field.name().equals(Names.TIME) ? "'" + Names.TIME + "'" : Names.print(field.name());
      case Key.ByTime time ->
          time.span().isAutomatic() ? Names.TIME : Names.TIME + " " + time.span();
    };
  }

  private static String names(List<String> names) {
    return names.stream().map(Names::print).collect(Collectors.joining(", "));
  }

  static String condition(Condition condition) {
    return switch (condition) {
      case Condition.And and -> join(and.parts(), " and ");
      case Condition.Or or -> join(or.parts(), " or ");
      case Condition.Not not -> "not " + operand(not.part());
      case Condition.Test test ->
          Names.print(test.field()) + " " + test.operator().sign() + " " + value(test.operand());
    };
  }

  private static String join(List<Condition> parts, String between) {
    return parts.stream().map(PipePrinter::operand).collect(Collectors.joining(between));
  }

  private static String operand(Condition part) {
    return part instanceof Condition.And || part instanceof Condition.Or
        ? "(" + condition(part) + ")"
        : condition(part);
  }

  private static String value(Operand operand) {
    return switch (operand.kind()) {
      case WORD -> operand.text();
      case TEXT -> Typed.quote(operand.text());
      case FIELD -> Names.quote(operand.text());
    };
  }
}
