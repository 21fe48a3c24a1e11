// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.json;

import dev.clew.format.field.Name;
import dev.clew.format.field.NameTable;
import dev.clew.format.field.NamedValues;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a JSON object (RFC 8259), those of nested objects under names joined by dots.
 * An array is one value, its JSON text; but an array of objects with {@code key} and {@code value},
 * as OpenTelemetry, Jaeger and Zipkin write attributes, is read as the values that it names.
 * Numbers stay as they are written. What is nested more than {@value #MAX_DEPTH} deep is one value.
 *
 * <p>Written by hand because this is where most lines of most sources go through: names are
 * compared with those of the line before, values are copied once, numbers never converted. Not
 * thread-safe.
 */
public final class JsonReader {
  /** How deep objects are read into. */
  public static final int MAX_DEPTH = 64;

  private final JsonCursor cursor = new JsonCursor();
  private final Name[] parents = new Name[MAX_DEPTH + 1];
  private final KeyValueList pairs = new KeyValueList();
  private boolean lent;

  /**
   * Reads the object that starts at {@code from} of {@code text}.
   *
   * @return the index after it; -1 when it is not JSON or is not whole, and {@code values} then has
   *     what was read up to there
   */
  public int read(String text, int from, NamedValues values) {
    lent = false;
    return object(text, from, values, values.table().root());
  }

  /** Reads an object whose values are lent to those that {@code values} has already. */
  public int lend(String text, NamedValues values, Name parent) {
    lent = true;
    return object(text, 0, values, parent);
  }

  private int object(String text, int from, NamedValues values, Name parent) {
    cursor.open(text, from);
    if (!cursor.skip('{')) {
      return -1;
    }
    NameTable table = values.table();
    int depth = 0;
    parents[0] = parent;
    Name before = parent;
    while (true) {
      char c = cursor.next();
      if (c == '"') {
        Name within = parents[depth];
        Name name = name(table, within, before);
        if (name == null || !cursor.skip(':')) {
          return -1;
        }
        before = name;
        int opened = value(values, name, depth);
        if (opened < 0) {
          return -1;
        }
        if (opened > depth) {
          depth = opened;
          before = parents[depth];
        }
      } else if (c == '}') {
        cursor.advance();
        before = parents[depth];
        if (--depth < 0) {
          return cursor.at();
        }
      } else if (c == ',') {
        cursor.advance();
      } else {
        return -1;
      }
    }
  }

  private @Nullable Name name(NameTable table, Name within, Name before) {
    cursor.advance();
    Name likely = NameTable.expected(within, before, cursor.text(), cursor.at(), '"');
    if (likely != null) {
      cursor.to(cursor.at() + NameTable.length(likely) + 1);
      return likely;
    }
    int start = cursor.at();
    int end = cursor.plainStringEnd();
    Name name;
    if (end >= 0) {
      name = table.find(within, cursor.text(), start, end);
      cursor.to(end + 1);
    } else {
      String escaped = cursor.string();
      if (escaped == null) {
        return null;
      }
      name = table.find(within, escaped);
    }
    NameTable.follow(within, before, name);
    return name;
  }

  /** Reads the value; the new depth when it is an object to read into, -1 when it is not JSON. */
  private int value(NamedValues values, Name name, int depth) {
    char c = cursor.next();
    switch (c) {
      case '"' -> {
        cursor.advance();
        String text = cursor.string();
        if (text == null) {
          return -1;
        }
        add(values, name, text);
      }
      case '{' -> {
        if (depth + 1 < MAX_DEPTH) {
          cursor.advance();
          parents[depth + 1] = name;
          return depth + 1;
        }
        return slice(values, name) ? depth : -1;
      }
      case '[' -> {
        return array(values, name) ? depth : -1;
      }
      default -> {
        String word = cursor.word();
        if (word == null) {
          return -1;
        }
        if (!word.equals("null")) {
          add(values, name, word);
        }
      }
    }
    return depth;
  }

  private void add(NamedValues values, Name name, String value) {
    if (lent) {
      values.lend(name, value);
    } else {
      values.add(name, value);
    }
  }

  private boolean slice(NamedValues values, Name name) {
    int start = cursor.at();
    if (!cursor.skipValue()) {
      return false;
    }
    add(values, name, cursor.text().substring(start, cursor.at()));
    return true;
  }

  private boolean array(NamedValues values, Name name) {
    int start = cursor.at();
    if (!cursor.skipValue()) {
      return false;
    }
    int end = cursor.at();
    boolean read =
        pairs.read(
            cursor.text(), start, (key, value) -> add(values, within(values, name, key), value));
    if (end - start > 2 && !read) {
      add(values, name, cursor.text().substring(start, end));
    }
    return true;
  }

  /** The attributes and tags of a record are its own; other lists keep their name in front. */
  private static Name within(NamedValues values, Name list, String key) {
    NameTable table = values.table();
    return table.find(table.isOwn(list) ? table.root() : list, key);
  }
}
