// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Tails;
import dev.clew.format.field.Text;
import dev.clew.format.time.TimeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event of a security device: ArcSight's Common Event Format or QRadar's LEEF, by itself or
 * behind what syslog puts in front. A head of fields between bars, then {@code name=value} pairs
 * whose values may hold blanks: a value goes on up to the next name.
 */
public final class Cef implements LineParser {
  private static final int FURTHEST = 200;
  private static final int CEF_FIELDS = 7;
  private static final int LEEF_FIELDS = 5;
  private static final List<String> TIMES = List.of("rt", "devTime");

  private final String format;
  private final NamedValues values;
  private final TimeScanner times;
  private final Tails tails = new Tails();

  public Cef(String format, NamedValues values, TimeScanner times) {
    this.format = format;
    this.values = values;
    this.times = times;
  }

  @Override
  public @Nullable Draft start(String line) {
    int at = line.indexOf("CEF:");
    boolean leef = at < 0 || at > FURTHEST;
    at = leef ? line.indexOf("LEEF:") : at;
    if (at < 0 || at > FURTHEST || (at > 0 && Text.isWordPart(line.charAt(at - 1)))) {
      return null;
    }
    List<String> head = new ArrayList<>();
    int rest = head(line, at, leef ? LEEF_FIELDS : CEF_FIELDS, head);
    if (rest < 0) {
      return null;
    }
    boolean second = leef && head.getFirst().startsWith("LEEF:2") && line.indexOf('|', rest) >= 0;
    char apart = second ? line.charAt(rest) : leef ? '\t' : ' ';
    rest = second ? line.indexOf('|', rest) + 1 : rest;
    values.clear();
    pairs(line, rest, apart == '|' ? '\t' : apart);
    Draft draft = new Draft(format);
    values.fill(draft, line);
    describe(draft, head, leef);
    time(draft, line.substring(0, at));
    return draft;
  }

  private static int head(String line, int from, int fields, List<String> head) {
    StringBuilder field = new StringBuilder();
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        field.append(line.charAt(++i));
      } else if (c != '|') {
        field.append(c);
      } else {
        head.add(field.toString());
        field.setLength(0);
        if (head.size() == fields) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private void describe(Draft draft, List<String> head, boolean leef) {
    draft.attribute("vendor", head.get(1));
    draft.attribute("signature", head.get(4));
    draft.version(head.get(3));
    draft.service(head.get(2));
    String level = leef ? values.get("sev") : head.get(6);
    if (level != null) {
      draft.severity(severity(level), level);
    }
    String message = values.get("msg");
    draft.body(leef ? (message == null ? head.get(4) : message) : head.get(5));
    if (!leef && message != null) {
      draft.attribute("detail", message);
    }
  }

  /** From 0 to 10, or in words. */
  private static Severity severity(String level) {
    return switch (level.toLowerCase(Locale.ROOT)) {
      case "0", "1", "2", "3", "low", "unknown" -> Severity.INFO;
      case "4", "5", "6", "medium" -> Severity.WARN;
      case "7", "8", "high" -> Severity.ERROR;
      case "9", "10", "very-high" -> Severity.FATAL;
      default -> Severity.UNSPECIFIED;
    };
  }

  private void time(Draft draft, String before) {
    for (String name : TIMES) {
      String value = values.get(name);
      if (value != null && times.readValue(value)) {
        draft.time(times.time());
        return;
      }
    }
    if (times.find(before, before.length())) {
      if (draft.time() == null) {
        draft.time(times.time());
      }
      int end = times.end();
      String[] words = before.substring(end).strip().split(" ", 2);
      if (draft.host() == null && !words[0].isEmpty()) {
        draft.host(words[0]);
      }
    }
  }

  private void pairs(String line, int from, char apart) {
    int at = from;
    while (at < line.length()) {
      int equals = equals(line, at, apart);
      if (equals < 0) {
        return;
      }
      int next = equals(line, equals + 1, apart);
      int nameStart = next < 0 ? line.length() : nameStart(line, next, equals + 1);
      int end = next < 0 ? line.length() : nameStart - 1;
      values.add(
          line.substring(nameStart(line, equals, at), equals),
          plain(line.substring(equals + 1, Math.max(equals + 1, end)).strip()));
      at = next < 0 ? line.length() : nameStart;
    }
  }

  /** The next equals sign that a name stands before. */
  private static int equals(String line, int from, char apart) {
    int equals = line.indexOf('=', from);
    while (equals >= 0) {
      int start = nameStart(line, equals, from);
      boolean first =
          start == 0 || line.charAt(start - 1) == apart || line.charAt(start - 1) == '|';
      if (start < equals && first && line.charAt(equals - 1) != '\\') {
        return equals;
      }
      equals = line.indexOf('=', equals + 1);
    }
    return -1;
  }

  private static int nameStart(String line, int equals, int from) {
    int at = equals;
    while (at > from
        && (Text.isWordPart(line.charAt(at - 1)) || ".[]-".indexOf(line.charAt(at - 1)) >= 0)) {
      at--;
    }
    return at;
  }

  private static String plain(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        c = value.charAt(++i);
        text.append(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
