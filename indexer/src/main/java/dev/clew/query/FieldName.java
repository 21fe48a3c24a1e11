// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import org.jspecify.annotations.Nullable;

/**
 * The name and the sign at the start of {@code name:value}.
 *
 * <p>A name starts with a letter, {@code _} or {@code @} and goes on with these, digits, {@code .}
 * and {@code -}; any other character needs a backslash. A backslash before the first character also
 * keeps the name as typed where it differs from a known one only by case.
 *
 * @param name the field, without escapes
 * @param sign one of {@code : = == != ~ =~ < <= > >=}
 * @param valueStart where the value starts
 */
record FieldName(String name, String sign, int valueStart) {
  private static final String[] SIGNS = {
    "!=", "==", "=~", ">=", "<=", ":>=", ":<=", ":>", ":<", ":", "=", ">", "<", "~"
  };

  /** The name and sign at {@code start}, if what stands there can be meant as such. */
  static @Nullable FieldName read(QueryText text, int start) {
    StringBuilder name = new StringBuilder();
    int at = start;
    boolean escaped = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      escaped = c == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1), name);
      if (!escaped && !isPlain(c, name.isEmpty())) {
        break;
      }
      name.append(escaped ? text.charAt(at + 1) : c);
      at += escaped ? 2 : 1;
    }
    String sign = sign(text, at);
    if (name.isEmpty() || sign == null || endsOpen(text, at)) {
      return null;
    }
    String plain = sign.length() > 1 && sign.charAt(0) == ':' ? sign.substring(1) : sign;
    boolean verbatim = text.charAt(start) == '\\';
    String meant = verbatim ? name.toString() : FieldKind.canonical(name.toString());
    return new FieldName(meant, plain, at + sign.length());
  }

  /** {@code name} as it must be typed. */
  static String escape(String name) {
    StringBuilder typed = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean first = i == 0;
      boolean openEnd = i == name.length() - 1 && (c == '.' || c == '-');
      boolean other = first && !FieldKind.canonical(name).equals(name);
      typed.append(!isPlain(c, first) || openEnd || other ? "\\" : "").append(c);
    }
    return typed.toString();
  }

  /** A name does not end with a plain dot or dash: {@code a->b} is code. */
  private static boolean endsOpen(QueryText text, int end) {
    char last = text.charAt(end - 1);
    return (last == '-' || last == '.') && text.charAt(end - 2) != '\\';
  }

  /** Letters are not, so that a Windows path stays text. */
  private static boolean isEscapable(char c, StringBuilder name) {
    return name.isEmpty() || c == '.' || c == '-' || !isPlain(c, false);
  }

  private static @Nullable String sign(QueryText text, int at) {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return sign;
      }
    }
    return null;
  }

  private static boolean isPlain(char c, boolean first) {
    return Character.isLetter(c)
        || c == '_'
        || c == '@'
        || (!first && (Character.isDigit(c) || c == '.' || c == '-'));
  }
}
