// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.json;

import org.jspecify.annotations.Nullable;

/**
 * A place in JSON text and the steps from there. Lenient where logs are: control characters in
 * strings stand for themselves, unknown escapes for the character escaped, and a bare word is a
 * value. Not thread-safe.
 */
final class JsonCursor {
  private static final char END = '\0';

  private String text = "";
  private int at;

  /** The first backslash at or after the place it was looked for from; the length when none. */
  private int escape;

  void open(String json, int from) {
    text = json;
    at = from;
    escape = -1;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  void to(int place) {
    at = place;
  }

  void advance() {
    at++;
  }

  /** Skips blanks; the character then at hand, or 0 at the end. */
  char next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c > ' ') {
        return c;
      }
      at++;
    }
    return END;
  }

  /** Passes blanks and {@code mark}; false, and only blanks passed, when another follows. */
  boolean skip(char mark) {
    if (next() != mark) {
      return false;
    }
    at++;
    return true;
  }

  /** Where the string that starts here ends, when nothing in it is escaped; -1 otherwise. */
  int plainStringEnd() {
    int quote = text.indexOf('"', at);
    if (escape < at) {
      int found = text.indexOf('\\', at);
      escape = found < 0 ? text.length() : found;
    }
    return quote < escape ? quote : -1;
  }

  /** The string that starts here, after its quote; null when it is not whole. */
  @Nullable String string() {
    int plain = plainStringEnd();
    if (plain >= 0) {
      String value = text.substring(at, plain);
      at = plain + 1;
      return value;
    }
    StringBuilder value = new StringBuilder(64);
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      if (c != '\\' || at == text.length()) {
        value.append(c);
      } else {
        value.append(escaped(text.charAt(at++)));
      }
    }
    return null;
  }

  private char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    int code = 0;
    if (at + 4 > text.length()) {
      return 'u';
    }
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return 'u';
      }
      code = code << 4 | digit;
    }
    at += 4;
    return (char) code;
  }

  /** A number, {@code true} or any other bare word; null when there is none. */
  @Nullable String word() {
    next();
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      return null;
    }
    int length = at - start;
    if (length == 4 && text.startsWith("true", start)) {
      return "true";
    }
    if (length == 4 && text.startsWith("null", start)) {
      return "null";
    }
    return length == 5 && text.startsWith("false", start) ? "false" : text.substring(start, at);
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '-'
        || c == '+'
        || c == '_';
  }

  /** Passes a whole value, however deep; false when it is not whole. */
  boolean skipValue() {
    char first = next();
    if (first != '{' && first != '[') {
      if (first != '"') {
        return word() != null;
      }
      at++;
      return skipString();
    }
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (!skipString()) {
          return false;
        }
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean skipString() {
    int plain = plainStringEnd();
    if (plain >= 0) {
      at = plain + 1;
      return true;
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c == '\\') {
        at++;
      }
    }
    return false;
  }
}
