// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Role;
import dev.clew.format.field.Tails;
import org.jspecify.annotations.Nullable;

/** A line that is one JSON object. */
public final class JsonLine implements LineParser {
  private final String format;
  private final NamedValues values;
  private final boolean strict;
  private final JsonValues json = new JsonValues();
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
    if (!looksLikeObject(line) || !json.read(line, values)) {
      return null;
    }
    if (strict && !(values.has(Role.LEVEL) && values.has(Role.MESSAGE))) {
      return null;
    }
    Draft draft = new Draft(format);
    values.fill(draft, line);
    return draft;
  }

  private static boolean looksLikeObject(String line) {
    int first = 0;
    int last = line.length() - 1;
    while (first < last && line.charAt(first) <= ' ') {
      first++;
    }
    while (last > first && line.charAt(last) <= ' ') {
      last--;
    }
    return last > first && line.charAt(first) == '{' && line.charAt(last) == '}';
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
