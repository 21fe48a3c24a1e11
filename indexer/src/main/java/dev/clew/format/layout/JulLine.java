// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Tails;
import dev.clew.format.field.Text;
import dev.clew.format.line.LineParser;
import dev.clew.format.time.TimeScanner;
import org.jspecify.annotations.Nullable;

/**
 * The default of {@code java.util.logging}: a line of time, class and method, then one of severity
 * and message.
 */
public final class JulLine implements LineParser {
  private final String format;
  private final TimeScanner times;
  private final LevelWords levels;
  private final Tails tails = new Tails();

  public JulLine(String format, TimeScanner times, LevelWords levels) {
    this.format = format;
    this.times = times;
    this.levels = levels;
  }

  @Override
  public @Nullable Draft start(String line) {
    if (line.isEmpty() || !Text.isLetter(line.charAt(0)) || !times.read(line, 0)) {
      return null;
    }
    int at = Text.skipSpaces(line, times.end(), line.length());
    int end = Names.end(line, at, line.length());
    int method = Text.skipSpaces(line, end, line.length());
    boolean named = at > times.end() && end > at && method > end && Names.isDotted(line, at, end);
    if (!named || method == line.length() || line.indexOf(' ', method) >= 0) {
      return null;
    }
    Draft draft = new Draft(format);
    draft.time(times.time());
    draft.logger(line.substring(at, end));
    draft.attribute("method", line.substring(method));
    return draft;
  }

  @Override
  public void finish(Draft draft) {
    String tail = draft.tail();
    int end = tail.indexOf('\n');
    int colon = tail.indexOf(": ");
    Severity severity = colon < 0 || colon > end ? null : levels.find(tail, 0, colon);
    if (severity == null) {
      tails.finish(draft);
      return;
    }
    draft.severity(severity, tail.substring(0, colon));
    draft.body(tail.substring(colon + 2, end).strip());
    draft.rest(end + 1);
    tails.finish(draft);
  }
}
