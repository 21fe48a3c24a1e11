// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in messages and in code, made comparable: {@code 2.5 s}, {@code 2500 ms}, {@code 2500}.
 */
public final class Quantities {
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?<![\\w.:/-])(\\d{1,12}(?:\\.\\d{1,6})?+) ?(ms|msec|millis|milliseconds|s|sec|seconds|secs|m|min|minutes)?+(?![\\w:/-]|\\.\\d)");

  /** Milliseconds in a unit, by the words that code and messages use. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("ms", 1.0),
          Map.entry("msec", 1.0),
          Map.entry("millis", 1.0),
          Map.entry("millisecond", 1.0),
          Map.entry("milliseconds", 1.0),
          Map.entry("ofmillis", 1.0),
          Map.entry("frommilliseconds", 1.0),
          Map.entry("s", 1e3),
          Map.entry("sec", 1e3),
          Map.entry("secs", 1e3),
          Map.entry("second", 1e3),
          Map.entry("seconds", 1e3),
          Map.entry("ofseconds", 1e3),
          Map.entry("fromseconds", 1e3),
          Map.entry("m", 6e4),
          Map.entry("min", 6e4),
          Map.entry("minute", 6e4),
          Map.entry("minutes", 6e4),
          Map.entry("ofminutes", 6e4),
          Map.entry("fromminutes", 6e4),
          Map.entry("h", 36e5),
          Map.entry("hour", 36e5),
          Map.entry("hours", 36e5),
          Map.entry("ofhours", 36e5));

  /** Numbers that stand in every log: statuses and the like say nothing about a line of code. */
  private static final Set<String> COMMON =
      Set.of(
          "10", "100", "200", "201", "202", "204", "301", "302", "304", "400", "401", "403", "404",
          "405", "408", "409", "410", "413", "415", "422", "429", "499", "500", "501", "502", "503",
          "504", "80", "443", "8080", "8443", "1000", "1024", "60", "64", "32", "16", "12", "11");

  private Quantities() {}

  /** The telling numbers of a message; a duration also as {@code <n>ms}. */
  public static Set<String> inText(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = IN_TEXT.matcher(text);
    while (matcher.find()) {
      add(found, matcher.group(1), matcher.group(2));
    }
    return found;
  }

  /** The telling numbers of a line of code; a duration also as {@code <n>ms}. */
  public static Set<String> inCode(List<Token> tokens) {
    Set<String> found = new LinkedHashSet<>();
    String unit = unit(tokens);
    for (Token token : tokens) {
      if (token.kind() == Kind.NUMBER) {
        String digits = digits(token.text());
        String suffix = token.text().substring(digits.length()).toLowerCase(Locale.ROOT);
        add(found, digits, UNITS.containsKey(suffix) ? suffix : unit);
      } else if (token.kind() == Kind.STRING) {
        found.addAll(inText(token.text()));
      }
    }
    return found;
  }

  /**
   * What the numbers of a line amount to: their product where they are multiplied, else the list;
   * durations in milliseconds.
   */
  public static List<Double> values(List<Token> tokens) {
    List<Double> values = new ArrayList<>();
    String unit = unit(tokens);
    boolean product = tokens.stream().anyMatch(token -> token.is("*"));
    for (Token token : tokens) {
      if (token.kind() == Kind.NUMBER) {
        String digits = digits(token.text());
        String suffix = token.text().substring(digits.length()).toLowerCase(Locale.ROOT);
        double factor = product ? 1 : UNITS.getOrDefault(suffix, UNITS.getOrDefault(unit, 1.0));
        values.add(Double.parseDouble(digits) * factor);
      }
    }
    return product && !values.isEmpty()
        ? List.of(values.stream().reduce(UNITS.getOrDefault(unit, 1.0), (a, b) -> a * b))
        : values;
  }

  /** True when the word is a unit of time, as in {@code time.Second} or {@code ofSeconds}. */
  public static boolean isUnit(String word) {
    return word.length() > 1 && UNITS.containsKey(word.toLowerCase(Locale.ROOT));
  }

  private static String unit(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.WORD && isUnit(token.text()))
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  private static String digits(String number) {
    int end = 0;
    while (end < number.length()
        && (Character.isDigit(number.charAt(end)) || number.charAt(end) == '.')) {
      end++;
    }
    String digits = number.substring(0, end);
    return digits.chars().filter(c -> c == '.').count() > 1
        ? digits.substring(0, digits.indexOf('.'))
        : digits;
  }

  private static void add(Set<String> found, String digits, @Nullable String unit) {
    if (digits.isEmpty()) {
      return;
    }
    boolean telling = digits.length() >= 2 && !COMMON.contains(digits) && !digits.startsWith("0");
    if (telling) {
      found.add(digits);
    }
    if (unit != null && UNITS.containsKey(unit)) {
      found.add(Math.round(Double.parseDouble(digits) * UNITS.get(unit)) + "ms");
    }
  }
}
