// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.pipe.Measure.Function;
import dev.clew.query.pipe.PipeTokens.Kind;
import dev.clew.query.pipe.PipeTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code count, p95(duration) as slow by service, time 1m}. */
final class MeasureParser {
  private static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("count", Function.COUNT),
          Map.entry("c", Function.COUNT),
          Map.entry("dc", Function.DISTINCT),
          Map.entry("distinct", Function.DISTINCT),
          Map.entry("distinct_count", Function.DISTINCT),
          Map.entry("dcount", Function.DISTINCT),
          Map.entry("sum", Function.SUM),
          Map.entry("avg", Function.AVERAGE),
          Map.entry("mean", Function.AVERAGE),
          Map.entry("min", Function.MINIMUM),
          Map.entry("max", Function.MAXIMUM),
          Map.entry("median", Function.PERCENTILE),
          Map.entry("percentile", Function.PERCENTILE),
          Map.entry("first", Function.FIRST),
          Map.entry("earliest", Function.FIRST),
          Map.entry("last", Function.LAST),
          Map.entry("latest", Function.LAST),
          Map.entry("values", Function.VALUES));
  private static final double HALF = 50;

  private final PipeTokens tokens;

  MeasureParser(PipeTokens tokens) {
    this.tokens = tokens;
  }

  /** Those up to {@code by} or the end. */
  List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    while (!tokens.atEnd() && !tokens.peek().isWord("by")) {
      readInto(measures);
    }
    return measures;
  }

  /** The next one; no two columns may have one name. */
  void readInto(List<Measure> measures) {
    Token start = tokens.peek();
    Measure measure = measure();
    if (measures.stream().anyMatch(other -> other.name().equals(measure.name()))) {
      throw new PipeFault(
          start.start(), start.end(), "two columns are called " + measure.name(), null);
    }
    measures.add(measure);
    tokens.accept(",");
  }

  private Measure measure() {
    Token word = tokens.take();
    String typed = word.text().toLowerCase(Locale.ROOT);
    double percent = percent(typed);
    Function function = percent > 0 ? Function.PERCENTILE : FUNCTIONS.get(typed);
    if (word.kind() != Kind.WORD || function == null) {
      throw new PipeFault(
          word.start(), word.end(), "no function is called '%s'".formatted(word.text()), "count");
    }
    if (function == Function.PERCENTILE && percent == 0) {
      percent = typed.equals("median") ? HALF : 0;
    }
    String field = "";
    if (tokens.accept("(")) {
      if (typed.equals("percentile")) {
        percent = number(tokens.peek());
      }
      field = tokens.peek().is(")") ? "" : FieldTokens.name(tokens);
      if (tokens.accept(",")) {
        percent = number(tokens.peek());
        tokens.take();
      }
      tokens.expect(")");
    }
    return named(function, percent, field, word);
  }

  private Measure named(Function function, double percent, String field, Token word) {
    if (field.isEmpty() && function != Function.COUNT) {
      throw new PipeFault(
          word.start(),
          word.end(),
          "'%s' needs a field".formatted(word.text()),
          word.text() + "(duration)");
    }
    Measure measure = Measure.of(function, percent, field);
    return tokens.acceptWord("as")
        ? new Measure(function, percent, field, FieldTokens.name(tokens))
        : measure;
  }

  /** The number in {@code p95}, {@code p99.9}, {@code perc95}; 0 when it is no such word. */
  private static double percent(String typed) {
    String digits =
        typed.startsWith("perc")
            ? typed.substring(4)
            : typed.startsWith("p") ? typed.substring(1) : "";
    return decimal(digits);
  }

  private double number(Token token) {
    double number = decimal(token.text());
    if (token.kind() == Kind.WORD && number > 0 && tokens.peekSecond().is(",")) {
      tokens.take();
      tokens.expect(",");
    }
    return token.kind() == Kind.WORD ? number : 0;
  }

  private static double decimal(String text) {
    boolean plain =
        !text.isEmpty()
            && text.length() <= 8
            && Character.isDigit(text.charAt(0))
            && text.charAt(text.length() - 1) != '.'
            && text.chars().filter(c -> c == '.').count() <= 1
            && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    return plain ? Double.parseDouble(text) : 0;
  }

  /** The keys after {@code by}. */
  List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    Token start = tokens.peek();
    while (!tokens.atEnd()) {
      keys.add(key());
      tokens.accept(",");
    }
    long fields = keys.stream().filter(Key.ByField.class::isInstance).count();
    long names = keys.stream().map(Key::name).distinct().count();
    if (keys.isEmpty() || fields > Pipe.MOST_KEYS || names < keys.size()) {
      throw new PipeFault(
          start.start(),
          start.end(),
          "by takes one to %d different fields, and time".formatted(Pipe.MOST_KEYS),
          null);
    }
    return keys;
  }

  private Key key() {
    boolean bin = tokens.peek().isWord("bin") && tokens.peekSecond().is("(");
    if (bin) {
      tokens.take();
      tokens.take();
    }
    Token token = tokens.peek();
    String name = FieldTokens.name(tokens);
    if (token.kind() != Kind.WORD || !name.equals(Names.TIME)) {
      if (bin) {
        throw new PipeFault(token.start(), token.end(), "bin takes the time", "time, 1m");
      }
      return new Key.ByField(name);
    }
    if (bin) {
      tokens.accept(",");
    }
    if (tokens.peek().isWord("span") && tokens.peekSecond().is("=")) {
      tokens.take();
      tokens.take();
    }
    Span span =
        tokens.peek().kind() == Kind.WORD
            ? Span.of(tokens.peek().text()).orElse(Span.AUTOMATIC)
            : Span.AUTOMATIC;
    if (!span.isAutomatic()) {
      tokens.take();
    }
    if (bin) {
      tokens.expect(")");
    }
    return new Key.ByTime(span);
  }
}
