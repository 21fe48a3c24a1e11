// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.event.Severity;
import dev.clew.format.column.Column.Role;
import dev.clew.format.field.AsciiText;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands at a column of a line, and what it gives to the event: told once for each value. */
final class Value {
  private final String text;
  private final byte[] bytes;
  private final long head;
  private final long tail;
  private final Role role;
  private String given;
  private @Nullable String attribute;
  private String attributeValue = "";
  private @Nullable Severity severity;

  /**
   * @param text as the line has it
   * @param column where it stands
   */
  Value(String text, Column column, LevelWords levels) {
    this.text = text;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.head = AsciiText.head(bytes, 0, bytes.length);
    this.tail = AsciiText.tail(bytes, 0, bytes.length);
    this.given = plain(text);
    boolean none = text.isEmpty() || text.equals("-");
    this.role = none ? Role.NONE : column.role();
    switch (role) {
      case LEVEL -> severity = severity(given, levels);
      case LOGGER -> logger(given);
      case ATTRIBUTE -> {
        attribute = column.name();
        attributeValue = given;
      }
      default -> {
        // given as it is
      }
    }
  }

  /** A mark behind a name is no part of it. */
  private static String plain(String text) {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    boolean marked = text.length() > 1 && (last == ':' || last == ',');
    return marked ? text.substring(0, text.length() - 1) : text;
  }

  private static @Nullable Severity severity(String word, LevelWords levels) {
    Severity severity = levels.find(word, 0, word.length());
    if (severity == null && word.length() == 1) {
      severity = LevelWords.read(word);
    }
    return severity == Severity.UNSPECIFIED ? null : severity;
  }

  /** The line of a statement may follow its logger: {@code Pay#42}, {@code Pay:42}. */
  private void logger(String name) {
    int mark = Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'));
    int open = name.indexOf('[');
    boolean numbered = mark > 0 && mark + 1 < name.length();
    for (int i = mark + 1; numbered && i < name.length(); i++) {
      numbered = Text.isDigit(name.charAt(i));
    }
    if (numbered && name.lastIndexOf('.', mark) < mark - 5) {
      attribute = "line";
      attributeValue = name.substring(mark + 1);
      given = name.substring(0, mark);
    } else if (open > 0 && name.endsWith("]")) {
      attribute = "pid";
      attributeValue = name.substring(open + 1, name.length() - 1);
      given = name.substring(0, open);
    }
  }

  /** As the line has it. */
  String text() {
    return text;
  }

  /** True when this stands in {@code line} from {@code start} to {@code end}. */
  boolean stands(String line, int start, int end) {
    return text.length() == end - start && line.startsWith(text, start);
  }

  /**
   * True when this stands in {@code line} from {@code start} to {@code end}.
   *
   * @param first the first characters there, eight at most
   * @param last the last characters there, eight at most
   */
  boolean stands(byte[] line, int start, int end, long first, long last) {
    return head == first
        && tail == last
        && bytes.length == end - start
        && (bytes.length <= 2 * Long.BYTES
            || Arrays.equals(bytes, 0, bytes.length, line, start, end));
  }

  /** Gives {@code draft} what the value says, unless it is a bracket, which others read. */
  void give(Draft draft) {
    switch (role) {
      case LEVEL -> {
        if (severity != null) {
          draft.severity(severity, given);
        }
      }
      case LOGGER -> draft.logger(given);
      case HOST -> draft.host(given);
      case SERVICE -> draft.service(given);
      case TRACE -> draft.traceId(given);
      default -> {
        // an attribute, or nothing
      }
    }
    if (attribute != null) {
      draft.attribute(attribute, attributeValue);
    }
  }

  /** True when it is a bracket with something in it. */
  boolean isBracket() {
    return role == Role.BRACKET;
  }
}
