// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.Names;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Text;
import dev.clew.format.time.TimeScanner;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of PostgreSQL: whatever {@code log_line_prefix} says, then a severity, a colon and two
 * blanks. Lines that explain an event before them repeat the prefix and join that event.
 */
public final class Postgres implements LineParser {
  private static final Map<String, Severity> SEVERITIES =
      Map.of(
          "LOG", Severity.INFO,
          "INFO", Severity.INFO,
          "NOTICE", Severity.INFO,
          "WARNING", Severity.WARN,
          "ERROR", Severity.ERROR,
          "FATAL", Severity.FATAL,
          "PANIC", Severity.FATAL,
          "DEBUG1", Severity.DEBUG,
          "DEBUG2", Severity.DEBUG,
          "DEBUG", Severity.DEBUG);
  private static final java.util.Set<String> EXPLAINS =
      java.util.Set.of("DETAIL", "HINT", "STATEMENT", "CONTEXT", "QUERY", "LOCATION", "BACKTRACE");
  private static final String MARK = ":  ";

  private final String format;
  private final TimeScanner times;
  private final Pairs pairs;

  public Postgres(String format, TimeScanner times, KeyNames names) {
    this.format = format;
    this.times = times;
    this.pairs = new Pairs(names);
  }

  @Override
  public @Nullable Draft start(String line) {
    int mark = line.indexOf(MARK);
    int word = wordStart(line, mark);
    Severity severity = word < 0 ? null : SEVERITIES.get(line.substring(word, mark));
    if (severity == null || !times.find(line, Math.min(word, 80))) {
      return null;
    }
    Draft draft = new Draft(format);
    draft.time(times.time());
    draft.severity(severity, line.substring(word, mark));
    draft.body(line.substring(mark + MARK.length()).strip());
    prefix(line, times.end(), word, draft);
    return draft;
  }

  @Override
  public boolean continues(String line) {
    return explains(line);
  }

  private static boolean explains(String line) {
    int mark = line.indexOf(MARK);
    int word = wordStart(line, mark);
    return word >= 0 && EXPLAINS.contains(line.substring(word, mark));
  }

  private static int wordStart(String line, int mark) {
    if (mark < 0 || mark > 300) {
      return -1;
    }
    int start = mark;
    while (start > 0
        && (Character.isUpperCase(line.charAt(start - 1))
            || Text.isDigit(line.charAt(start - 1)))) {
      start--;
    }
    return start < mark ? start : -1;
  }

  /** {@code [pid]}, {@code [pid-line]}, {@code user@database}, {@code name=value}. */
  private void prefix(String line, int from, int to, Draft draft) {
    String text = line.substring(from, to).replace('[', ' ').replace(']', ' ').replace(',', ' ');
    pairs.read(text, 0, text.length(), draft);
    for (String part : text.split(" ")) {
      int at = part.indexOf('@');
      if (part.isEmpty() || part.indexOf('=') >= 0) {
        continue;
      }
      if (at > 0 && at < part.length() - 1) {
        draft.attribute("user", part.substring(0, at));
        draft.attribute("db", part.substring(at + 1));
      } else if (Text.isDigit(part.charAt(0))
          && Names.isNumber(part.replace("-", ""), 0, part.replace("-", "").length())) {
        int dash = part.indexOf('-');
        draft.attribute("pid", dash > 0 ? part.substring(0, dash) : part);
      }
    }
  }

  @Override
  public void finish(Draft draft) {
    StringBuilder more = new StringBuilder();
    String name = null;
    StringBuilder value = new StringBuilder();
    for (String line : draft.tail().lines().toList()) {
      int mark = line.indexOf(MARK);
      if (explains(line)) {
        give(draft, name, value);
        name = line.substring(wordStart(line, mark), mark).toLowerCase(java.util.Locale.ROOT);
        value = new StringBuilder(line.substring(mark + MARK.length()));
      } else if (name != null) {
        value.append('\n').append(line);
      } else {
        more.append('\n').append(line.stripTrailing());
      }
    }
    give(draft, name, value);
    draft.body((draft.body() + more).stripTrailing());
  }

  private static void give(Draft draft, @Nullable String name, StringBuilder value) {
    if (name != null) {
      draft.attribute(name, value.toString().strip());
    }
  }
}
