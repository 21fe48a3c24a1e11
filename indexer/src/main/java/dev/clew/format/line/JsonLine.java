// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Role;
import dev.clew.format.field.Tails;
import dev.clew.format.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** A line that is one JSON object, maybe with a few words before or after it. */
public final class JsonLine implements LineParser {
  private static final int LONGEST_PREFIX = 120;

  private final String format;
  private final NamedValues values;
  private final boolean strict;
  private final JsonReader json = new JsonReader();
  private final Tails tails = new Tails();

  public JsonLine(String format, NamedValues values) {
    this(format, values, false);
  }

  /**
   * @param strict that only an object with a severity and a message is an event: others may be part
   *     of one, in a source of another format
   */
  public JsonLine(String format, NamedValues values, boolean strict) {
    this.format = format;
    this.values = values;
    this.strict = strict;
  }

  /** The same reader, strict. */
  public JsonLine strict() {
    return new JsonLine(format, values, true);
  }

  @Override
  public @Nullable Draft start(String line) {
    int open = open(line);
    if (open < 0) {
      return null;
    }
    values.clear();
    int close = json.read(line, open, values);
    if (close < 0 || values.size() == 0) {
      return null;
    }
    int rest = blanks(line, close);
    boolean whole = open == blanks(line, 0) && rest == line.length();
    boolean element = rest < line.length() && ",]}".indexOf(line.charAt(rest)) >= 0;
    if (!whole && (strict || element || !logs())) {
      return null;
    }
    if (strict && !(values.has(Role.LEVEL) && values.has(Role.MESSAGE))) {
      return null;
    }
    Draft draft = new Draft(format);
    values.fill(draft, line);
    if (!whole) {
      around(draft, line.substring(0, open).strip(), line.substring(rest).strip());
    }
    return draft;
  }

  private boolean logs() {
    return (values.has(Role.TIME) || values.has(Role.LEVEL)) && values.has(Role.MESSAGE);
  }

  private static void around(Draft draft, String before, String after) {
    if (!before.isEmpty()) {
      draft.attribute("prefix", before);
    }
    if (!after.isEmpty()) {
      draft.attribute("suffix", after);
    }
  }

  /** Where the object starts: first on the line, or after a short prefix of plain words. */
  private static int open(String line) {
    int first = blanks(line, 0);
    if (first < line.length() && line.charAt(first) == '{') {
      return first;
    }
    int open = line.indexOf("{\"");
    boolean prefixed = open > 0 && open < LONGEST_PREFIX && line.charAt(open - 1) <= ' ';
    return prefixed && line.lastIndexOf('}') > open && isPlain(line, open) ? open : -1;
  }

  /** A prefix that names a time is a line of its own format with JSON in it. */
  private static boolean isPlain(String line, int end) {
    int digits = 0;
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits < 6 && line.indexOf(':') != 2;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
