// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.column.AsciiColumns;
import dev.clew.format.field.AsciiText;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.Pairs;
import dev.clew.format.stack.TraceLines;
import dev.clew.format.time.TimeScanner;
import dev.clew.source.AsciiLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads the usual line of a layout that was learned where it stands: a time, columns, names of the
 * request, the message. Reads what {@link LearnedLine} reads, or leaves the line to it. Not
 * thread-safe.
 */
final class CompiledLine {
  private final String format;
  private final TimeScanner times;
  private final AsciiColumns columns;
  private final TraceNames traces;
  private final Pairs pairs;

  CompiledLine(
      String format, TimeScanner times, AsciiColumns columns, KeyNames names, Pairs pairs) {
    this.format = format;
    this.times = times;
    this.columns = columns;
    this.traces = new TraceNames(names);
    this.pairs = pairs;
  }

  @Nullable Draft start(AsciiLine line) {
    byte[] bytes = line.bytes();
    int end = line.end();
    if (!times.read(bytes, line.start(), end)) {
      return null;
    }
    int at = times.end();
    int message = at < end && bytes[at] == ' ' ? columns.match(bytes, at, end) : -1;
    if (message < 0 || message == end) {
      return null;
    }
    Draft draft = new Draft(format);
    columns.give(draft);
    int from = traces.read(line, message, draft);
    if (from == end || (bytes[end - 1] == ')' && draft.logger() == null)) {
      // what names the logger may stand at the end of the line
      return null;
    }
    String body = body(line, from, end);
    if (TraceLines.continues(body)) {
      return null;
    }
    draft.time(times.time());
    draft.body(body);
    pairs.read(body, 0, body.length(), draft);
    return draft;
  }

  private static String body(AsciiLine line, int from, int to) {
    byte[] bytes = line.bytes();
    int start = AsciiText.skipSpaces(bytes, from, to);
    int end = to;
    while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
      end--;
    }
    return line.text(start, end);
  }
}
