// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import dev.clew.event.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands after {@code name:}; reads it only where it can be meant as the value of a field. */
final class FieldClause {
  private static final int PATTERN_ID_LENGTH = 12;

  private final QueryText text;
  private final boolean inGroup;
  private final List<Notice> notices = new ArrayList<>();

  FieldClause(QueryText text, boolean inGroup) {
    this.text = text;
    this.inGroup = inGroup;
  }

  List<Notice> notices() {
    return notices;
  }

  /** The clause, with the text read up to its end; null, with nothing read, when it is none. */
  @Nullable Query read(FieldName name) {
    int start = name.valueStart();
    if (text.isBoundary(start)) {
      return null;
    }
    if (text.opensQuote(start)) {
      return quoted(name, start);
    }
    if (text.charAt(start) == '\'') {
      return inSingleQuotes(name, start);
    }
    int slash = text.closingSlash(start);
    if (slash > 0 && isPlainSign(name.sign())) {
      Query regex = regex(name, text.between(start + 1, slash));
      if (regex != null) {
        text.moveTo(slash + 1);
        return regex;
      }
    }
    return bare(name, start);
  }

  private @Nullable Query quoted(FieldName name, int start) {
    int close = text.closingQuote(start);
    if (close < 0) {
      return null;
    }
    String value = text.quoted(start, close);
    if (text.startsWith("..", close + 1) && name.sign().equals(":")) {
      int highClose = text.closingQuote(close + 3);
      if (highClose < 0) {
        int end = text.chunkEnd(close + 3, inGroup);
        return end > close + 3 ? range(name, value, text.between(close + 3, end), end) : null;
      }
      return range(name, value, text.quoted(close + 3, highClose), highClose + 1);
    }
    boolean ended = text.isBoundary(close + 1) || isListSeparator(text.charAt(close + 1));
    Query query = ended ? exact(name, value) : null;
    if (query != null) {
      text.moveTo(close + 1);
    }
    return query;
  }

  /** As programs write {@code name='a value'}; an apostrophe that is not closed is text. */
  private @Nullable Query inSingleQuotes(FieldName name, int start) {
    for (int close = start + 1; close < text.length(); close++) {
      boolean ends = text.isBoundary(close + 1) || isListSeparator(text.charAt(close + 1));
      if (text.charAt(close) == '\'' && ends) {
        Query query = exact(name, text.between(start + 1, close));
        if (query != null) {
          text.moveTo(close + 1);
        }
        return query;
      }
    }
    return null;
  }

  private @Nullable Query range(FieldName name, String low, String high, int end) {
    if (low.isEmpty() || high.isEmpty()) {
      return null;
    }
    text.moveTo(end);
    return new Query.Between(name.name(), low, high);
  }

  private @Nullable Query bare(FieldName name, int start) {
    int end = text.chunkEnd(start, inGroup);
    while (end > start && isListSeparator(text.charAt(end - 1))) {
      end--;
    }
    String value = text.between(start, end);
    if (value.isEmpty() || "=:<>\\(~".indexOf(value.charAt(0)) >= 0 || value.startsWith("//")) {
      return null;
    }
    Query query = bareValue(name, value, start);
    if (query != null) {
      text.moveTo(end);
    }
    return query;
  }

  private @Nullable Query bareValue(FieldName name, String value, int start) {
    String field = name.name();
    if (!isPlainSign(name.sign())) {
      return name.sign().equals("==") ? exact(name, value) : compareBare(name, value, start);
    }
    int dots = value.indexOf("..");
    if (dots > 0 && isEnd(value.substring(0, dots)) && isEnd(value.substring(dots + 2))) {
      return new Query.Between(field, value.substring(0, dots), value.substring(dots + 2));
    }
    if (Typed.isOnlyStars(value)) {
      return negateIf(name, new Query.Exists(field));
    }
    if (Typed.hasWildcard(value)) {
      boolean words = FieldKind.of(field) == FieldKind.TEXT && !name.sign().equals("=");
      return negateIf(
          name,
          words && Words.any(value)
              ? new Query.Wildcard(field, value)
              : new Query.Like(field, value));
    }
    noticeUnknownLevel(field, value, start);
    if (field.equals("pattern") && value.length() < PATTERN_ID_LENGTH) {
      return negateIf(name, new Query.Like(field, value + "*"));
    }
    return exact(name, value);
  }

  /** The clause for a value that says exactly what it is; null when the sign takes no such. */
  private @Nullable Query exact(FieldName name, String value) {
    String field = name.name();
    return switch (name.sign()) {
      case ":" -> equality(field, value, true);
      case "=" -> equality(field, value, false);
      case "!=" -> new Query.Not(equality(field, value, false));
      case "==" -> new Query.Is(field, value);
      case "=~" -> new Query.Like(field, value);
      case "~" -> pattern(field, value);
      default -> value.isEmpty() ? null : new Query.Compare(field, operator(name.sign()), value);
    };
  }

  static Query equality(String field, String value, boolean words) {
    return switch (FieldKind.of(field)) {
      case LEVEL, NAME -> new Query.Is(field, value);
      case TEXT ->
          words && !value.isEmpty() ? new Query.Phrase(field, value) : new Query.Is(field, value);
      case ATTRIBUTE -> value.isEmpty() ? new Query.Is(field, value) : new Query.Pair(field, value);
    };
  }

  private static @Nullable Query pattern(String field, String value) {
    if (FieldKind.of(field) != FieldKind.TEXT) {
      return new Query.Like(field, value);
    }
    return WordGlobs.any(value) ? new Query.Wildcard(field, value) : null;
  }

  private @Nullable Query compareBare(FieldName name, String value, int start) {
    boolean sensible =
        switch (FieldKind.of(name.name())) {
          case LEVEL -> Severity.ofWord(value).isPresent();
          case NAME, TEXT -> true;
          case ATTRIBUTE -> Quantity.of(value).isPresent();
        };
    if (!sensible) {
      noticeUnknownLevel(name.name(), value, start);
    }
    return sensible && name.sign().charAt(0) != '~' && !name.sign().equals("=~")
        ? new Query.Compare(name.name(), operator(name.sign()), value)
        : null;
  }

  private @Nullable Query regex(FieldName name, String expression) {
    if (!RegexLimits.looksLikeOne(expression)) {
      return null;
    }
    try {
      return negateIf(name, new Query.Regex(name.name(), expression));
    } catch (IllegalArgumentException e) {
      notices.add(
          new Notice(
              name.valueStart(),
              expression.length() + 2,
              "taken as text: " + e.getMessage(),
              null));
      return null;
    }
  }

  private void noticeUnknownLevel(String field, String value, int start) {
    if (FieldKind.of(field) == FieldKind.LEVEL && Severity.ofWord(value).isEmpty()) {
      notices.add(
          new Notice(
              start,
              value.length(),
              "no level is called \"" + value + "\"; there are trace debug info warn error fatal",
              null));
    }
  }

  private static Query negateIf(FieldName name, Query query) {
    return name.sign().equals("!=") ? new Query.Not(query) : query;
  }

  private static boolean isPlainSign(String sign) {
    return sign.equals(":") || sign.equals("=") || sign.equals("!=");
  }

  private static Query.Operator operator(String sign) {
    return switch (sign) {
      case "<" -> Query.Operator.LESS;
      case "<=" -> Query.Operator.AT_MOST;
      case ">" -> Query.Operator.MORE;
      default -> Query.Operator.AT_LEAST;
    };
  }

  /** A range has a number or a name at each end; a path with dots has not. */
  private static boolean isEnd(String text) {
    return Typed.isBare(text) || Quantity.of(text).isPresent();
  }

  private static boolean isListSeparator(char c) {
    return c == ',' || c == ';';
  }
}
