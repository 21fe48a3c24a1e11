// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Role;
import dev.clew.format.field.Tails;
import dev.clew.format.field.Text;
import org.jspecify.annotations.Nullable;

/** A line that is {@code name=value} pairs and little else. */
public final class Logfmt implements LineParser {
  private static final int MIN_PAIRS = 2;

  private final String format;
  private final NamedValues values;
  private final Tails tails = new Tails();

  public Logfmt(String format, NamedValues values) {
    this.format = format;
    this.values = values;
  }

  @Override
  public @Nullable Draft start(String line) {
    int first = line.indexOf('=');
    if (first <= 0 || Pairs.nameStart(line, first, 0) != 0 || !read(line)) {
      return null;
    }
    boolean logs = values.has(Role.TIME) || values.has(Role.LEVEL) || values.has(Role.DATE);
    if (!logs) {
      return null;
    }
    Draft draft = new Draft(format);
    values.fill(draft, line);
    return draft;
  }

  private boolean read(String line) {
    values.clear();
    int bare = 0;
    int at = 0;
    int end = line.length();
    while (at < end) {
      int wordEnd = wordEnd(line, at, end);
      int equals = line.indexOf('=', at);
      if (equals > at && equals < wordEnd && Pairs.nameStart(line, equals, at) == at) {
        int valueEnd = valueEnd(line, equals + 1, end);
        values.add(line.substring(at, equals), Pairs.value(line, equals + 1, valueEnd));
        at = valueEnd;
      } else {
        bare++;
        at = wordEnd;
      }
      at = Text.skipSpaces(line, at, end);
    }
    return values.size() >= MIN_PAIRS && bare <= values.size();
  }

  private static int wordEnd(String line, int from, int end) {
    int space = Text.indexOfSpace(line, from, end);
    return space < 0 ? end : space;
  }

  private static int valueEnd(String line, int from, int end) {
    boolean quoted = from < end && line.charAt(from) == '"';
    return quoted ? Pairs.valueEnd(line, from, end) : wordEnd(line, from, end);
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
