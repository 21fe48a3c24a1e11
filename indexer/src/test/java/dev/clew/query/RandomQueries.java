// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.List;
import java.util.Random;

/** Random queries over a small world of names and values, so that they often match something. */
public final class RandomQueries {
  private static final List<String> TEXT_FIELDS =
      List.of("msg", "exception", "frame", "logger", "thread", "file", "pattern.template");
  private static final List<String> NAME_FIELDS =
      List.of("service", "host", "trace", "span", "version", "pattern", "service.name");

  private final Random random;
  private final List<String> words;
  private final List<String> attributes;
  private final List<String> values;

  /** Draws words, attribute names and values from the given lists, which must not be empty. */
  public RandomQueries(
      Random random, List<String> words, List<String> attributes, List<String> values) {
    this.random = random;
    this.words = words;
    this.attributes = attributes;
    this.values = values;
  }

  /** The next query, at most {@code depth} levels of and, or, not deep. */
  public Query next(int depth) {
    int kind = random.nextInt(10);
    if (depth == 0 || kind < 6) {
      return leaf();
    }
    return switch (kind) {
      case 6 -> new Query.Not(next(depth - 1));
      case 7, 8 -> new Query.And(some(depth - 1));
      default -> new Query.Or(some(depth - 1));
    };
  }

  private List<Query> some(int depth) {
    return random.nextInt(4) == 0
        ? List.of(next(depth), next(depth), next(depth))
        : List.of(next(depth), next(depth));
  }

  private Query leaf() {
    return switch (random.nextInt(16)) {
      case 0 -> new Query.All();
      case 1, 2, 3 -> new Query.Phrase(Query.TEXT, word());
      case 4 -> new Query.Phrase(Query.TEXT, word() + " " + word());
      case 5 -> new Query.Phrase(one(TEXT_FIELDS), word());
      case 6 -> wildcard();
      case 7 -> new Query.Regex(random.nextInt(3) == 0 ? anyField() : Query.TEXT, regex());
      case 8 -> new Query.Is("level", one(List.of("warn", "error", "info", "severe", "nonsense")));
      case 9 -> new Query.Is(anyField(), one(values));
      case 10 -> new Query.Pair(one(attributes), nonEmptyValue());
      case 11 -> new Query.Like(anyField(), glob());
      case 12 -> new Query.Exists(anyField());
      case 13 -> new Query.Compare("level", operator(), one(List.of("warn", "error", "debug")));
      case 14 -> new Query.Compare(anyField(), operator(), nonEmptyValue());
      default -> new Query.Between(anyField(), nonEmptyValue(), nonEmptyValue());
    };
  }

  private Query wildcard() {
    String word = word();
    String pattern =
        switch (random.nextInt(6)) {
          case 0 -> "*" + word.substring(word.length() / 2);
          case 1 -> word.substring(0, (word.length() + 1) / 2) + "*";
          case 2 -> word.substring(0, 1) + "?" + word.substring(Math.min(word.length(), 2));
          case 3 -> word + ".*." + word();
          case 4 ->
              "*" + word.substring(word.length() / 3, word.length() - word.length() / 3) + "*";
          default -> word + " " + word().substring(0, 1) + "*";
        };
    String field = random.nextInt(4) == 0 ? one(TEXT_FIELDS) : Query.TEXT;
    return WordGlobs.any(pattern)
        ? new Query.Wildcard(field, pattern)
        : new Query.Phrase(field, pattern);
  }

  private String regex() {
    return switch (random.nextInt(5)) {
      case 0 -> "\\d+ ?ms";
      case 1 -> "^[a-z/]+";
      case 2 -> "(a|e)r+o?r";
      case 3 -> com.google.re2j.Pattern.quote(word()) + ".*";
      default -> "path/with/" + random.nextInt(3);
    };
  }

  private String glob() {
    String value = one(values);
    int cut = value.offsetByCodePoints(0, value.codePointCount(0, value.length()) / 2);
    return switch (random.nextInt(4)) {
      case 0 -> value.substring(0, cut) + "*";
      case 1 -> "*" + value.substring(cut);
      case 2 -> "*" + value.substring(0, cut) + "*";
      default -> "?" + value.substring(Math.min(value.length(), 1)) + "*";
    };
  }

  private String anyField() {
    return switch (random.nextInt(4)) {
      case 0 -> one(TEXT_FIELDS);
      case 1 -> random.nextInt(4) == 0 ? "level" : one(NAME_FIELDS);
      default -> random.nextInt(8) == 0 ? "no such field" : one(attributes);
    };
  }

  private Comparing.Operator operator() {
    return one(List.of(Comparing.Operator.values()));
  }

  private String nonEmptyValue() {
    String value = one(values);
    return value.isEmpty() ? "5" : value;
  }

  private String word() {
    return one(words);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
