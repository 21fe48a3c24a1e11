// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import dev.clew.event.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Prints queries as text that parses to an equal query. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      case Query.All all -> "*";
      case Query.Phrase phrase -> start(phrase.field(), ":") + Typed.bareOrQuoted(phrase.text());
      case Query.Wildcard wildcard ->
          Typed.isBarePattern(wildcard.pattern())
              ? start(wildcard.field(), ":") + wildcard.pattern()
              : start(wildcard.field(), "") + "~" + Typed.quote(wildcard.pattern());
      case Query.Regex regex ->
          start(regex.field(), ":") + "/" + escapeSlashes(regex.expression()) + "/";
      case Query.Is is -> is(is.field(), is.value());
      case Query.Pair pair -> start(pair.name(), ":") + Typed.bareOrQuoted(pair.value());
      case Query.Like like -> like(like.field(), like.glob());
      case Query.Exists exists -> start(exists.field(), ":") + "*";
      case Query.Compare compare ->
          start(compare.field(), compare.operator().sign())
              + (isPlainBound(compare.field(), compare.value())
                  ? compare.value()
                  : Typed.quote(compare.value()));
      case Query.Between between -> start(between.field(), ":") + range(between);
      case Query.And and -> join(and.parts(), " ");
      case Query.Or or -> join(or.parts(), " OR ");
      case Query.Not not -> "-" + negated(not.part());
    };
  }

  private static String is(String field, String value) {
    String sign =
        switch (FieldKind.of(field)) {
          case LEVEL -> ":";
          case NAME -> field.equals("pattern") ? "==" : ":";
          case TEXT -> "=";
          case ATTRIBUTE -> "==";
        };
    return start(field, sign) + Typed.bareOrQuoted(value);
  }

  private static String like(String field, String glob) {
    if (!Typed.isBarePattern(glob)) {
      return start(field, "=~") + Typed.quote(glob);
    }
    return start(field, FieldKind.of(field) == FieldKind.TEXT ? "=" : ":") + glob;
  }

  private static String range(Query.Between between) {
    boolean plain =
        isPlainBound(between.field(), between.low())
            && isPlainBound(between.field(), between.high());
    return plain
        ? between.low() + ".." + between.high()
        : Typed.quote(between.low()) + ".." + Typed.quote(between.high());
  }

  /** Numbers and levels are plain to see; anything else could be text but for the quotes. */
  private static boolean isPlainBound(String field, String value) {
    boolean known =
        FieldKind.of(field) == FieldKind.LEVEL
            ? Severity.ofWord(value).isPresent()
            : Quantity.of(value).isPresent();
    return known && Typed.isBare(value) && !value.endsWith(".");
  }

  private static String negated(Query part) {
    return switch (part) {
      case Query.And and -> "(" + and + ")";
      case Query.Or or -> "(" + or + ")";
      case Query.Not not -> "(" + not + ")";
      case Query.Phrase phrase -> negated(phrase);
      default -> print(part);
    };
  }

  /** A number after a dash would be a negative number, a dot there excludes nothing. */
  private static String negated(Query.Phrase phrase) {
    boolean letter = Character.isLetter(phrase.text().charAt(0));
    return phrase.field().isEmpty() && !letter ? Typed.quote(phrase.text()) : print(phrase);
  }

  private static String join(List<Query> parts, String between) {
    return parts.stream().map(QueryPrinter::operand).collect(Collectors.joining(between));
  }

  private static String operand(Query part) {
    return part instanceof Query.And || part instanceof Query.Or
        ? "(" + print(part) + ")"
        : print(part);
  }

  private static String start(String field, String sign) {
    String name = FieldName.escape(field);
    // an attribute of that name, not the word before another syntax
    boolean escape = Typed.CLASSIC.equals(name + sign);
    return field.isEmpty() ? "" : (escape ? "\\" : "") + name + sign;
  }

  private static String escapeSlashes(String expression) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      if (c == '\\' && at + 1 < expression.length()) {
        escaped.append(c).append(expression.charAt(++at));
      } else {
        escaped.append(c == '/' ? "\\/" : String.valueOf(c));
      }
    }
    return escaped.toString();
  }
}
