// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import dev.clew.code.syntax.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads string literals of any of the languages: fixed text and what is put into it. */
final class Literal {
  private static final Set<String> TYPES =
      Set.of(
          "string_literal",
          "string",
          "template_string",
          "interpreted_string_literal",
          "raw_string_literal",
          "verbatim_string_literal",
          "interpolated_string_expression",
          "encapsed_string",
          "heredoc",
          "multiline_string_literal",
          "line_string_literal",
          "multi_line_string_literal",
          "text_block");

  private static final Set<String> CONTENT =
      Set.of(
          "string_content",
          "string_fragment",
          "multiline_string_fragment",
          "string_literal_content",
          "raw_string_content",
          "raw_string_literal_content",
          "interpreted_string_literal_content",
          "string_value",
          "heredoc_content",
          "heredoc_body");

  private static final Set<String> ESCAPES =
      Set.of("escape_sequence", "character_escape_seq", "character_escape", "escape_interpolation");

  private static final Set<String> EDGES =
      Set.of(
          "string_start",
          "string_end",
          "interpolation_start",
          "interpolation_quote",
          "string_literal_encoding",
          "raw_string_start",
          "raw_string_end",
          "heredoc_start",
          "heredoc_end",
          "raw_string_delimiter",
          "interpolator");

  /** Placeholders of the usual formatters: {@code {} {0} {name:fmt} %s %-5.2f %(name)s %{name}}. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\$?\\{[@$]?([\\p{L}_][\\p{L}\\p{N}_.]*|\\d*)(?:[,:!][^{}\"]{0,30})?\\}"
              + "|%(?:\\((\\w+)\\)|\\{(\\w+)\\}|\\d+\\$)?[-+#0]*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*))?"
              + "(?:hh?|ll?|[qLjzt])?[a-zA-Z@]|%%");

  private static final int MAX_EXPRESSION = 80;

  private Literal() {}

  static boolean is(Node node) {
    return node.isOneOf(TYPES) && !(node.is("string") && node.text().isEmpty());
  }

  /** The pieces of a literal, placeholders not yet told apart. */
  static List<Part> parts(Node literal) {
    List<Part> parts = new ArrayList<>();
    List<Node> children = literal.children();
    for (Node child : children) {
      if (child.is("interpolated_string")) {
        gaps(child, parts);
        return parts;
      }
    }
    boolean content = false;
    for (Node child : children) {
      if (child.isOneOf(CONTENT)) {
        content = true;
        add(parts, child);
      } else if (child.isOneOf(ESCAPES)) {
        content = true;
        parts.add(new Part(true, unescaped(child.text())));
      } else if (!child.isOneOf(EDGES)) {
        content = true;
        parts.add(new Part(false, expression(child)));
      }
    }
    if (!content) {
      parts.add(new Part(true, unescapedAll(unquoted(literal.text()))));
    }
    return parts;
  }

  /** A piece of content may hold escapes of its own. */
  private static void add(List<Part> parts, Node content) {
    List<Node> inside = content.children();
    if (inside.isEmpty()) {
      parts.add(new Part(true, content.text()));
      return;
    }
    String text = content.tree().text;
    int from = content.start();
    for (Node child : inside) {
      parts.add(new Part(true, text.substring(from, child.start())));
      parts.add(
          child.isOneOf(ESCAPES)
              ? new Part(true, unescaped(child.text()))
              : new Part(false, expression(child)));
      from = child.end();
    }
    parts.add(new Part(true, text.substring(from, content.end())));
  }

  /** Where only what is put in has nodes: the text is what lies between. */
  private static void gaps(Node literal, List<Part> parts) {
    String text = literal.tree().text;
    int quotes = literal.text().startsWith("\"\"\"") ? 3 : 1;
    int end = Math.max(literal.start() + quotes, literal.end() - quotes);
    int from = literal.start() + quotes;
    for (Node child : literal.children()) {
      if (child.start() >= from && child.end() <= end) {
        parts.add(new Part(true, unescapedAll(text.substring(from, child.start()))));
        if (child.isOneOf(ESCAPES)) {
          parts.add(new Part(true, unescaped(child.text())));
        } else {
          parts.add(new Part(false, expression(child)));
        }
        from = child.end();
      }
    }
    parts.add(new Part(true, unescapedAll(text.substring(Math.min(from, end), end))));
  }

  /** The source of an expression without what encloses it, at most 80 characters. */
  static String expression(Node node) {
    Node shown =
        node.is("interpolation")
            ? node.child("expression")
                .or(() -> node.children().stream().filter(Literal::inserted).findFirst())
                .orElse(node)
            : node;
    String text =
        shown
            .text()
            .replaceAll("\\s+", " ")
            .replaceAll("^(?:[$#]\\{|\\{|\\$(?=[\\p{L}_]))|\\}$", "")
            .strip();
    return text.length() <= MAX_EXPRESSION ? text : text.substring(0, MAX_EXPRESSION - 1) + "…";
  }

  private static boolean inserted(Node part) {
    return !part.is("interpolation_brace") && !part.type().startsWith("interpolation_");
  }

  /**
   * Tells the placeholders in fixed text apart and gives them the expressions of {@code arguments}
   * in their order, or the name that they carry.
   */
  static List<Part> filled(List<Part> parts, List<String> arguments) {
    List<Part> filled = new ArrayList<>();
    int[] used = {0};
    for (Part part : parts) {
      if (!part.fixed()) {
        filled.add(part);
        continue;
      }
      Matcher place = PLACEHOLDER.matcher(part.text());
      int from = 0;
      while (place.find()) {
        filled.add(new Part(true, part.text().substring(from, place.start())));
        filled.add(placed(place, arguments, used));
        from = place.end();
      }
      filled.add(new Part(true, part.text().substring(from)));
    }
    return merged(filled);
  }

  private static Part placed(Matcher place, List<String> arguments, int[] used) {
    if (place.group().equals("%%")) {
      return new Part(true, "%");
    }
    if (place.group().equals("%n") && used[0] >= arguments.size()) {
      return new Part(true, "\n");
    }
    String name = "";
    for (int i = 1; i <= place.groupCount(); i++) {
      name = place.group(i) != null ? place.group(i) : name;
    }
    if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
      int number = name.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(name);
      return new Part(false, number < arguments.size() ? arguments.get(number) : "");
    }
    String argument = used[0] < arguments.size() ? arguments.get(used[0]) : "";
    used[0]++;
    return new Part(false, name.isEmpty() ? argument : name);
  }

  /** Neighbours of one kind become one; empty text is dropped. */
  static List<Part> merged(List<Part> parts) {
    List<Part> merged = new ArrayList<>();
    for (Part part : parts) {
      int last = merged.size() - 1;
      if (part.fixed() && part.text().isEmpty()) {
        continue;
      }
      if (part.fixed() && last >= 0 && merged.get(last).fixed()) {
        merged.set(last, new Part(true, merged.get(last).text() + part.text()));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  private static String unquoted(String literal) {
    int from = 0;
    while (from < literal.length() && "\"'`".indexOf(literal.charAt(from)) < 0) {
      from++;
    }
    String quoted = literal.substring(from);
    int quotes = quoted.startsWith("\"\"\"") || quoted.startsWith("'''") ? 3 : 1;
    int end = quoted.length();
    while (end > 0 && quoted.charAt(end - 1) == '#') {
      end--;
    }
    return end < 2 * quotes ? "" : quoted.substring(quotes, end - quotes);
  }

  private static String unescapedAll(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        plain.append(unescaped(text.substring(i, i + 2)));
        i++;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  /** The character of an escape; one that is not common stands for itself without the backslash. */
  private static String unescaped(String escape) {
    if (escape.equals("{{") || escape.equals("}}")) {
      return escape.substring(1);
    }
    if (escape.length() < 2 || escape.charAt(0) != '\\') {
      return escape;
    }
    return switch (escape.charAt(1)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r', '\n' -> "";
      case 'u', 'x' -> codePoint(escape);
      default -> escape.substring(1);
    };
  }

  private static String codePoint(String escape) {
    String digits = escape.substring(2).replaceAll("[{}]", "");
    try {
      int code = Integer.parseInt(digits, 16);
      return Character.isValidCodePoint(code) ? Character.toString(code) : escape;
    } catch (NumberFormatException e) {
      return escape; // not an escape of this form: the text stays as it is written
    }
  }
}
