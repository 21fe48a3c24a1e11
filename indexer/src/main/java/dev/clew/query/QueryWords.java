// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a query asks for. */
public final class QueryWords {
  private QueryWords() {}

  /** {@code service is checkout and level is at least warn and not msg has "retry"}. */
  public static String explain(Query query) {
    return switch (query) {
      case Query.All all -> "every event";
      case Query.Phrase phrase -> subject(phrase.field()) + Typed.quote(phrase.text());
      case Query.Wildcard wildcard ->
          subject(wildcard.field()) + "words like " + wildcard.pattern();
      case Query.Regex regex -> regex(regex);
      case Query.Is is -> is.field() + " is " + Typed.bareOrQuoted(is.value());
      case Query.Pair pair -> pair.name() + " is " + Typed.bareOrQuoted(pair.value());
      case Query.Like like -> like.field() + " is like " + like.glob();
      case Query.Exists exists -> "there is a " + exists.field();
      case Query.Compare compare ->
          compare.field() + " is " + comparison(compare.operator()) + " " + compare.value();
      case Query.Between between ->
          between.field() + " is from " + between.low() + " to " + between.high();
      case Query.And and -> join(and.parts(), " and ");
      case Query.Or or -> join(or.parts(), " or ");
      case Query.Not not ->
          not.part() instanceof Query.All ? "no event" : "not " + operand(not.part());
    };
  }

  private static String regex(Query.Regex regex) {
    String subject = regex.field().isEmpty() ? "text" : regex.field();
    return subject + " fits /" + regex.expression() + "/";
  }

  private static String subject(String field) {
    return field.isEmpty() ? "text has " : field + " has ";
  }

  private static String comparison(Comparing.Operator operator) {
    return switch (operator) {
      case LESS -> "less than";
      case AT_MOST -> "at most";
      case MORE -> "more than";
      case AT_LEAST -> "at least";
    };
  }

  private static String join(List<Query> parts, String between) {
    return parts.stream().map(QueryWords::operand).collect(Collectors.joining(between));
  }

  private static String operand(Query part) {
    return part instanceof Query.And || part instanceof Query.Or
        ? "(" + explain(part) + ")"
        : explain(part);
  }
}
