// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A message split into what the log statement says and what it was told: {@code charged order 7712
 * in 12ms} is {@code charged order <num> in <duration>} with the variables {@code 7712} and {@code
 * 12ms}.
 *
 * <p>The split is reversible for any text ({@link #join} gives the message back exactly), looks at
 * nothing but the message, and takes time linear in its length. A variable is a token that holds a
 * digit, or an identifier as a whole: an address, a UUID, a path with a digit in it, what follows
 * {@code ://}. Tokens without a digit stay, however much they vary; finding those is the work of
 * {@link PatternMiner}. A variable that is a path, URL, host or mail address may hold words without
 * a digit, so a search for words has to look at those variables as well as at the text.
 *
 * <p>The idea of masking by digits follows CLP (Rodrigues et al., "CLP: Efficient and Scalable
 * Search on Compressed Text Logs", OSDI 2021).
 *
 * @param text the message with one noncharacter (U+FDD0 to U+FDDB, by type) for each variable;
 *     equal for equal shapes. Use {@link #template} for people
 * @param variables the values, one for each noncharacter of {@code text}, in order
 */
public record Shape(String text, List<String> variables) {

  public Shape {
    variables = List.copyOf(variables);
  }

  /** Splits a whole message of any length; all its lines take part. */
  public static Shape split(String body) {
    ShapeScanner scanner = new ShapeScanner();
    scanner.scan(body);
    List<String> variables = new ArrayList<>(scanner.variables());
    for (int i = 0; i < scanner.variables(); i++) {
      variables.add(body.substring(scanner.start(i), scanner.end(i)));
    }
    return new Shape(scanner.text(), variables);
  }

  /**
   * Splits what decides the pattern of a message: its first line that is not blank. The types tell
   * events of one pattern apart from those of another, so variable {@code i} of an event is
   * variable {@code i} of all events of its pattern.
   */
  public static Shape ofStatement(String body) {
    return split(firstLine(body));
  }

  /** What the variables are, in order. */
  public List<VariableType> types() {
    List<VariableType> types = new ArrayList<>(variables.size());
    text.chars()
        .filter(c -> VariableType.isMarker((char) c))
        .forEach(c -> types.add(VariableType.of((char) c)));
    return types;
  }

  /** The word that stands before each variable, or an empty text: {@code took} in took 12ms. */
  public List<String> names() {
    List<String> names = new ArrayList<>(variables.size());
    for (int i = 0; i < text.length(); i++) {
      if (VariableType.isMarker(text.charAt(i))) {
        names.add(wordBefore(i));
      }
    }
    return names;
  }

  private String wordBefore(int marker) {
    int end = marker;
    while (end > 0 && " =:\"'([{#".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && isNameLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isNameLetter(char c) {
    return Character.isLetter(c) || c == '_' || c == '-' || c == '.';
  }

  /** The message, exactly as it was split. */
  public String join() {
    StringBuilder body = new StringBuilder(text.length() + 16 * variables.size());
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (VariableType.isMarker(c)) {
        body.append(variables.get(next++));
      } else {
        body.append(c);
      }
    }
    return body.toString();
  }

  /** The shape as people read it; see {@link Template#of}. */
  public String template() {
    return Template.of(text);
  }

  /**
   * The line of a message that decides its pattern: the first that is not blank, without white
   * space around it; empty when there is none.
   */
  static String firstLine(String body) {
    if (isOneLine(body)) {
      return body;
    }
    int start = 0;
    while (start < body.length() && body.charAt(start) <= ' ') {
      start++;
    }
    int end = start;
    while (end < body.length() && body.charAt(end) != '\n' && body.charAt(end) != '\r') {
      end++;
    }
    while (end > start && body.charAt(end - 1) <= ' ') {
      end--;
    }
    return body.substring(start, end);
  }

  /** Searches for one character at a time, which the platform does many bytes at once. */
  private static boolean isOneLine(String body) {
    int last = body.length() - 1;
    return last >= 0
        && body.charAt(0) > ' '
        && body.charAt(last) > ' '
        && body.indexOf('\n') < 0
        && body.indexOf('\r') < 0;
  }
}
