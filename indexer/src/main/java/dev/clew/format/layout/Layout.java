// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * What a line looks like, written as the line with {@code {field}} or {@code {field:type}} for what
 * varies, as in <code>{time} [{level}] {pid:int}#{tid:int}: {body}</code>. A blank stands for one
 * or more.
 *
 * <ul>
 *   <li>{@code time}, {@code level}, {@code host}, {@code service}, {@code logger}, {@code thread},
 *       {@code trace}, {@code span} and {@code body} are those parts of the event; any other field
 *       becomes an attribute, {@code skip} nothing.
 *   <li>{@code caller} is a thread, a class and a line: {@code main:QuorumPeer@593}.
 *   <li>{@code structured} is structured data of syslog, {@code program} is a service as syslog
 *       writes it, a number of its process behind it.
 *   <li>Types: {@code word} (up to a blank or the next mark of the layout; the default), {@code
 *       int}, {@code decimal}, {@code dotted} (a name with dots), {@code text} (up to the next
 *       mark), {@code line} (up to the end), {@code quoted} (in double quotes), {@code iso}, {@code
 *       day}, {@code named} and {@code epoch} (kinds of time), {@code letter} (a level of one
 *       letter), {@code mark} (a level of Redis), {@code syslog} (a level from 0 to 7), {@code
 *       status} (of HTTP, which also gives the level), {@code pri} (of syslog), {@code rest} (pairs
 *       up to the end).
 *   <li>{@code {body}} is the rest of the line; {@code {body>}} and {@code {<body}} mark where it
 *       starts and ends when other fields are inside it.
 * </ul>
 */
public final class Layout {
  private final Step[] steps;
  private final String[] literals;

  private Layout(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
    this.literals =
        steps.stream()
            .filter(Literal.class::isInstance)
            .map(step -> ((Literal) step).text())
            .toArray(String[]::new);
  }

  /** How many parts there are. */
  int size() {
    return steps.length;
  }

  /** A part, in the order of the line. */
  Step step(int index) {
    return steps[index];
  }

  /**
   * False when {@code line} lacks the text that stands in the layout, or has it in another order:
   * told faster than by reading the fields between.
   */
  boolean mayFit(String line) {
    int at = 0;
    for (String literal : literals) {
      int found =
          literal.length() == 1 ? line.indexOf(literal.charAt(0), at) : line.indexOf(literal, at);
      if (found < 0) {
        return false;
      }
      at = found + literal.length();
    }
    return true;
  }

  /** One part of a layout. */
  sealed interface Step {}

  /** Text as it stands. */
  record Literal(String text) implements Step {}

  /** One blank or more. */
  record Blank() implements Step {}

  /**
   * A value.
   *
   * @param name the field
   * @param part what it is of the event
   * @param type how it is read
   * @param stop the character after it; a blank when a blank or nothing follows
   */
  record Field(String name, Part part, Type type, char stop) implements Step {}

  /** Compiles a layout as written. */
  public static Layout of(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ') {
        steps.add(new Blank());
        at++;
      } else if (c == '{') {
        int close = text.indexOf('}', at);
        if (close < 0) {
          throw new IllegalArgumentException("a brace is not closed in the layout: " + text);
        }
        steps.add(field(text.substring(at + 1, close), stop(text, close + 1)));
        at = close + 1;
      } else {
        int end = at;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '{') {
          end++;
        }
        steps.add(new Literal(text.substring(at, end)));
        at = end;
      }
    }
    return new Layout(steps);
  }

  private static Field field(String text, char stop) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Type type = colon < 0 ? Type.WORD : Type.of(text.substring(colon + 1));
    return new Field(name, Part.of(name), type, stop);
  }

  /** The character that follows a field; marks of the body are passed over. */
  private static char stop(String text, int at) {
    int next = at;
    for (String mark : List.of("{<body}", "{body>}")) {
      next = text.startsWith(mark, next) ? next + mark.length() : next;
    }
    boolean blank = next >= text.length() || text.charAt(next) == '{';
    return blank ? ' ' : text.charAt(next);
  }
}
