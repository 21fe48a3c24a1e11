// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;

/** Finds {@code name=value} pairs in text and gives them to an event. */
public final class Pairs {
  private static final int MAX_NAME = 64;
  private static final int MAX_VALUE = 2000;
  private static final int MAX_PAIRS = 64;

  private final KeyNames names;
  private final KnownNames known;

  public Pairs(KeyNames names) {
    this.names = names;
    this.known = new KnownNames(names);
  }

  /** Reads the pairs of a message; the message itself stays as it is. */
  public void read(String text, int from, int to, Draft draft) {
    int found = 0;
    int equals = text.indexOf('=', from);
    while (equals >= 0 && equals < to && found < MAX_PAIRS) {
      int nameStart = nameStart(text, equals, from);
      int valueEnd = equals + 1;
      if (nameStart < equals) {
        valueEnd = valueEnd(text, equals + 1, to);
        if (valueEnd > equals + 1) {
          give(known.find(text, nameStart, equals), value(text, equals + 1, valueEnd), draft);
          found++;
        }
      }
      equals = text.indexOf('=', Math.max(valueEnd, equals + 1));
    }
  }

  /** Reads text that is pairs and nothing else; false, and nothing read, when it is more. */
  public boolean readAll(String text, int from, int to, Draft draft) {
    if (!isPairs(text, from, to)) {
      return false;
    }
    read(text, from, to, draft);
    return true;
  }

  private static boolean isPairs(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int equals = text.indexOf('=', at);
      if (equals < 0 || equals >= to || nameStart(text, equals, at) != at || equals == at) {
        return false;
      }
      at = valueEnd(text, equals + 1, to);
      while (at < to
          && (Text.isSpace(text.charAt(at)) || text.charAt(at) == ',' || text.charAt(at) == ';')) {
        at++;
      }
    }
    return to > from;
  }

  /** Where the name before an equals sign starts; the sign itself when there is none. */
  public static int nameStart(String text, int equals, int from) {
    int at = equals;
    while (at > from && equals - at < MAX_NAME && isNamePart(text.charAt(at - 1))) {
      at--;
    }
    boolean named = at < equals && isNameStart(text.charAt(at));
    boolean apart = at == from || isBefore(text.charAt(at - 1));
    return named && apart ? at : equals;
  }

  /** Where the name that starts at {@code from} ends at an equals sign; -1 when none does. */
  public static int nameEnd(String text, int from, int to) {
    int limit = Math.min(to, from + MAX_NAME + 1);
    int at = from;
    while (at < limit && isNamePart(text.charAt(at))) {
      at++;
    }
    boolean ended = at > from && at < limit && text.charAt(at) == '=';
    return ended && isNameStart(text.charAt(from)) ? at : -1;
  }

  private static boolean isNameStart(char c) {
    return Text.isLetter(c) || c == '_' || c == '@';
  }

  private static boolean isNamePart(char c) {
    return Text.isWordPart(c) || c == '.' || c == '-' || c == '@';
  }

  private static boolean isBefore(char c) {
    return Text.isSpace(c)
        || c == ','
        || c == ';'
        || c == '('
        || c == '['
        || c == '{'
        || c == '|'
        || c == '&'
        || c == '?'
        || c == '<';
  }

  /** Where the value that starts at {@code from} ends, its quotes included. */
  public static int valueEnd(String text, int from, int to) {
    if (from < to && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
      char quote = text.charAt(from);
      for (int i = from + 1; i < to; i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          return i + 1;
        }
      }
    }
    int limit = Math.min(to, from + MAX_VALUE);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (Text.isSpace(c)
          || c == ','
          || c == ';'
          || c == ']'
          || c == ')'
          || c == '}'
          || c == '|'
          || c == '&'
          || c == '>') {
        return i;
      }
    }
    return limit;
  }

  /** The value without its quotes and escapes. */
  public static String value(String text, int from, int to) {
    if (to - from < 2 || (text.charAt(from) != '"' && text.charAt(from) != '\'')) {
      return text.substring(from, to);
    }
    String inner = text.substring(from + 1, to - 1);
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder plain = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length()) {
        c = inner.charAt(++i);
        plain.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Gives a trace or span by the name for it; false when the name is another. */
  public boolean trace(String name, String value, Draft draft) {
    KeyNames.Key key = value.isEmpty() ? null : names.find(name);
    if (key == null || (key.role() != Role.TRACE && key.role() != Role.SPAN)) {
      return false;
    }
    if (key.role() == Role.TRACE) {
      draft.traceId(value);
    } else {
      draft.spanId(value);
    }
    return true;
  }

  private static void give(KnownNames.Named named, String value, Draft draft) {
    String name = named.text();
    KeyNames.Key key = value.isEmpty() ? null : named.key();
    if (key == null) {
      draft.attribute(name, value);
      return;
    }
    switch (key.role()) {
      case TRACE -> draft.traceId(value);
      case SPAN -> draft.spanId(value);
      case LEVEL -> {
        Severity severity = LevelWords.read(value);
        if (!draft.hasSeverity() && severity != Severity.UNSPECIFIED) {
          draft.severity(severity, value);
        } else {
          draft.attribute(name, value);
        }
      }
      case THREAD -> {
        if (draft.thread() == null) {
          draft.thread(value);
        } else {
          draft.attribute(name, value);
        }
      }
      default -> draft.attribute(name, value);
    }
  }
}
