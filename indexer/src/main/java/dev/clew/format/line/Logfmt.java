// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Name;
import dev.clew.format.field.NameTable;
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
    if (Pairs.nameEnd(line, 0, line.length()) < 0 || !read(line)) {
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
    Name before = values.table().root();
    int escape = line.indexOf('\\');
    int bare = 0;
    int at = 0;
    int end = line.length();
    while (at < end) {
      Name name = name(before, line, at, end);
      if (name == null) {
        bare++;
        at = wordEnd(line, at, end);
      } else {
        at = value(name, line, at + NameTable.length(name) + 1, escape);
        before = name;
      }
      at = Text.skipSpaces(line, at, end);
    }
    return values.size() >= MIN_PAIRS && bare <= values.size();
  }

  /**
   * Adds the value that starts at {@code from}.
   *
   * @param escape the first backslash of the line; -1 when it has none
   * @return where the value ends
   */
  private int value(Name name, String line, int from, int escape) {
    int end = line.length();
    if (from < end && line.charAt(from) == '"') {
      int quote = line.indexOf('"', from + 1);
      if (quote >= 0 && (escape < 0 || escape > quote)) {
        values.add(name, line.substring(from + 1, quote));
        return quote + 1;
      }
    }
    int to = valueEnd(line, from, end);
    values.add(name, Pairs.value(line, from, to));
    return to;
  }

  /** The name that an equals sign ends; the one that stood here on the line before is likely. */
  private @Nullable Name name(Name before, String line, int at, int end) {
    NameTable table = values.table();
    Name likely = NameTable.expected(table.root(), before, line, at, '=');
    if (likely != null) {
      return likely;
    }
    int equals = Pairs.nameEnd(line, at, end);
    if (equals < 0) {
      return null;
    }
    Name name = table.find(table.root(), line, at, equals);
    NameTable.follow(table.root(), before, name);
    return name;
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
