// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An array of objects with {@code key} and {@code value}: how OpenTelemetry, Jaeger and Zipkin
 * write attributes. A value may be in an object that says its type.
 */
final class KeyValueList {
  private static final int MOST = 1000;

  private final JsonCursor cursor = new JsonCursor();

  /**
   * Gives the pairs of the array that starts at {@code from} to {@code taker}.
   *
   * @return false, and nothing given, when it is another kind of array
   */
  boolean read(String text, int from, BiConsumer<String, String> taker) {
    if (!starts(text, from)) {
      return false;
    }
    cursor.open(text, from + 1);
    List<String> found = new ArrayList<>();
    while (cursor.skip('{') && found.size() < MOST) {
      String key = null;
      String value = null;
      while (cursor.skip('"')) {
        String name = cursor.string();
        if (name == null || !cursor.skip(':')) {
          return false;
        }
        boolean named = name.equals("key");
        String read = named || name.equals("value") ? value() : skipped();
        if (read == null) {
          return false;
        }
        key = named ? read : key;
        value = name.equals("value") ? read : value;
        cursor.skip(',');
      }
      if (key == null || !cursor.skip('}')) {
        return false;
      }
      found.add(key);
      found.add(value == null ? "" : value);
      cursor.skip(',');
    }
    for (int i = 0; i < found.size(); i += 2) {
      taker.accept(found.get(i), found.get(i + 1));
    }
    return true;
  }

  private static boolean starts(String text, int from) {
    int at = blanks(text, from + 1);
    if (at >= text.length() || text.charAt(at) != '{') {
      return false;
    }
    at = blanks(text, at + 1);
    return text.startsWith("\"key\"", at);
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private @Nullable String skipped() {
    return cursor.skipValue() ? "" : null;
  }

  private @Nullable String value() {
    char c = cursor.next();
    if (c == '"') {
      cursor.advance();
      return cursor.string();
    }
    if (c == '{' || c == '[') {
      int start = cursor.at();
      if (!cursor.skipValue()) {
        return null;
      }
      String whole = cursor.text().substring(start, cursor.at());
      String inner = c == '{' ? typed(whole) : null;
      return inner == null ? whole : inner;
    }
    return cursor.word();
  }

  /** The value of an object with one member. */
  private static @Nullable String typed(String object) {
    JsonCursor inside = new JsonCursor();
    inside.open(object, 0);
    if (!inside.skip('{') || !inside.skip('"') || inside.string() == null || !inside.skip(':')) {
      return null;
    }
    String value;
    if (inside.next() == '"') {
      inside.advance();
      value = inside.string();
    } else {
      int start = inside.at();
      value = inside.skipValue() ? object.substring(start, inside.at()) : null;
    }
    return inside.skip('}') ? value : null;
  }
}
