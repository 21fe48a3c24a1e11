// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import com.google.re2j.Pattern;
import dev.clew.event.LogEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What to match: a closed tree, so that a store that forgets a node does not compile.
 *
 * <p>Everything is compared without regard to case ({@link Words#fold}). Where a node takes a
 * field, it holds when any of the event's values of that field does ({@link LogEvent#field}); the
 * empty field name stands for the whole text of the event ({@link EventText}).
 *
 * <p>{@code toString} gives a query text that {@link QueryParser} reads as an equal query.
 */
public sealed interface Query {
  /** The field name that stands for the whole text of an event. */
  String TEXT = "";

  /**
   * True when {@code event} is one of those asked for. This is the definition; stores must agree
   * with it.
   */
  boolean matches(LogEvent event);

  /** All of {@code parts}: every event when there are none. */
  static Query and(List<Query> parts) {
    return parts.isEmpty() ? new All() : parts.size() == 1 ? parts.get(0) : new And(parts);
  }

  /** At least one of {@code parts}: no event when there are none. */
  static Query or(List<Query> parts) {
    return parts.isEmpty() ? none() : parts.size() == 1 ? parts.get(0) : new Or(parts);
  }

  /** No event. */
  static Query none() {
    return new Not(new All());
  }

  /** Every event. */
  record All() implements Query {
    @Override
    public boolean matches(LogEvent event) {
      return true;
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * The {@link Words} of {@code text} stand side by side in the field. Text without any word is
   * looked for as it is.
   */
  record Phrase(String field, String text) implements Query {
    public Phrase {
      textual(field);
      required(text, "the text of a phrase");
    }

    @Override
    public boolean matches(LogEvent event) {
      return texts(event, field).stream().anyMatch(this::fits);
    }

    /** True when the words stand in {@code value}. */
    public boolean fits(String value) {
      return Words.holdPhrase(value, text);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Words side by side in the field, {@code *} and {@code ?} standing for parts of a word. A star
   * alone between separators is any one word; at either end of the pattern it says nothing.
   */
  record Wildcard(String field, String pattern) implements Query {
    public Wildcard {
      textual(field);
      WordGlobs.of(pattern);
    }

    @Override
    public boolean matches(LogEvent event) {
      return texts(event, field).stream().anyMatch(this::fits);
    }

    /** True when words like these stand in {@code value}. */
    public boolean fits(String value) {
      return WordGlobs.standIn(value, pattern);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** The regular expression (RE2 syntax) is found in the field. */
  final class Regex implements Query {
    /** Most characters of an expression. */
    public static final int MAX_LENGTH = 1_000;

    private final String field;
    private final String expression;
    private final Pattern compiled;

    /** The longest run that is in every text, in lower case; empty when there is none. */
    private final String run;

    /**
     * An expression to look for.
     *
     * @throws IllegalArgumentException when it is none, or costs too much
     */
    public Regex(String field, String expression) {
      this.field = field;
      this.expression = RegexLimits.canonical(expression);
      this.compiled = RegexLimits.compile(this.expression);
      this.run =
          RegexRuns.of(this.expression).stream()
              .max(Comparator.comparingInt(String::length))
              .map(Words::fold)
              .orElse("");
    }

    public String field() {
      return field;
    }

    public String expression() {
      return expression;
    }

    @Override
    public boolean matches(LogEvent event) {
      return texts(event, field).stream().anyMatch(this::fits);
    }

    /** True when it is found in {@code value}. */
    public boolean fits(String value) {
      return (run.isEmpty() || RegexRuns.mayStandIn(value, run)) && compiled.matcher(value).find();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Regex that
          && field.equals(that.field)
          && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
      return Objects.hash(field, expression);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** The field has this value; of {@code level} any system's word for it. */
  record Is(String field, String value) implements Query {
    public Is {
      required(field, "the field of a comparison");
      value = FieldKind.of(field) == FieldKind.LEVEL ? Comparing.levelName(value) : value;
    }

    @Override
    public boolean matches(LogEvent event) {
      String folded = Words.fold(value);
      return event.field(field).stream().anyMatch(each -> Words.fold(each).equals(folded));
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * The attribute has this value or, when the event has no attribute of that name, its text says
   * so: {@code name=value}, {@code name: value}, {@code "name":"value"}. So {@code key=value} is
   * found whether or not a format took it apart.
   */
  record Pair(String name, String value) implements Query {
    public Pair {
      required(name, "the name of a pair");
      if (FieldKind.of(name) != FieldKind.ATTRIBUTE) {
        throw new IllegalArgumentException("a pair names an attribute, not the field " + name);
      }
      required(value, "the value of a pair");
    }

    @Override
    public boolean matches(LogEvent event) {
      List<String> values = event.field(name);
      return values.isEmpty()
          ? EventText.of(event).stream().anyMatch(text -> PairText.says(text, name, value))
          : new Is(name, value).matches(event);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** The whole value of the field fits a text with {@code *} and {@code ?}. */
  record Like(String field, String glob) implements Query {
    public Like {
      required(field, "the field of a comparison");
    }

    @Override
    public boolean matches(LogEvent event) {
      return event.field(field).stream().anyMatch(this::fits);
    }

    /** True when all of {@code value} fits. */
    public boolean fits(String value) {
      return Glob.matches(Words.fold(glob), Words.fold(value));
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** The event has the field. */
  record Exists(String field) implements Query {
    public Exists {
      required(field, "the field of a comparison");
    }

    @Override
    public boolean matches(LogEvent event) {
      return !event.field(field).isEmpty();
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * The field compares with {@code value} as {@code operator} says: severities by rank, numbers
   * with units by size, other text in natural order ({@code 1.9} before {@code 1.10}).
   */
  record Compare(String field, Comparing.Operator operator, String value) implements Query {
    public Compare {
      required(field, "the field of a comparison");
      required(value, "the value of a comparison");
    }

    @Override
    public boolean matches(LogEvent event) {
      return event.field(field).stream().anyMatch(this::fits);
    }

    /** True when {@code each} compares so. */
    public boolean fits(String each) {
      return Comparing.holds(field, each, operator, value);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** One value of the field is not below {@code low} and not above {@code high}. */
  record Between(String field, String low, String high) implements Query {
    public Between {
      required(field, "the field of a comparison");
      required(low, "the start of a range");
      required(high, "the end of a range");
    }

    @Override
    public boolean matches(LogEvent event) {
      return event.field(field).stream().anyMatch(this::fits);
    }

    /** True when {@code value} lies between. */
    public boolean fits(String value) {
      return Comparing.holds(field, value, Comparing.Operator.AT_LEAST, low)
          && Comparing.holds(field, value, Comparing.Operator.AT_MOST, high);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** All of them, two or more. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = several(parts);
    }

    @Override
    public boolean matches(LogEvent event) {
      return parts.stream().allMatch(part -> part.matches(event));
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** At least one of them, two or more. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = several(parts);
    }

    @Override
    public boolean matches(LogEvent event) {
      return parts.stream().anyMatch(part -> part.matches(event));
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** Not this one. */
  record Not(Query part) implements Query {
    @Override
    public boolean matches(LogEvent event) {
      return !part.matches(event);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  private static List<String> texts(LogEvent event, String field) {
    return field.isEmpty() ? EventText.of(event) : event.field(field);
  }

  private static void required(String text, String what) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
  }

  private static void textual(String field) {
    if (!field.isEmpty() && FieldKind.of(field) != FieldKind.TEXT) {
      throw new IllegalArgumentException("words are looked for in fields of text, not in " + field);
    }
  }

  private static List<Query> several(List<Query> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException(
          "and, or take two parts or more, not "
              + parts.size()
              + "; Query.and and Query.or take any");
    }
    return List.copyOf(parts);
  }
}
