// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One exception of a chain while it is read. Mutable. */
final class Section {
  private static final int MAX_MESSAGE = 10_000;

  private final String type;
  private final StringBuilder message;
  private final List<StackFrame> frames = new ArrayList<>();

  private Section(String type, String message) {
    this.type = type;
    this.message =
        new StringBuilder(
            message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE));
  }

  /**
   * {@code type: message}, or the type alone; null when the text does not begin with a type. A code
   * in brackets may stand between the two, as Node.js and .NET print it.
   */
  static @Nullable Section of(String text) {
    int end = 0;
    while (end < text.length() && isTypePart(text, end)) {
      end++;
    }
    boolean typed =
        end > 1 && Character.isJavaIdentifierStart(text.charAt(0)) && text.charAt(end - 1) != '.';
    if (!typed) {
      return null;
    }
    int colon = end < text.length() && text.charAt(end) == ' ' ? afterCode(text, end) : end;
    if (colon < text.length() && text.charAt(colon) != ':') {
      return null;
    }
    String rest = colon < text.length() ? text.substring(colon + 1).strip() : "";
    return new Section(text.substring(0, end), rest);
  }

  private static int afterCode(String text, int space) {
    boolean number =
        text.startsWith(" (", space)
            && space + 2 < text.length()
            && text.charAt(space + 2) >= '0'
            && text.charAt(space + 2) <= '9';
    char close = text.startsWith(" [", space) ? ']' : number ? ')' : ' ';
    int end = close == ' ' ? -1 : text.indexOf(close, space + 2);
    return end < 0 || end > space + 60 ? space : end + 1;
  }

  static Section named(String type, String message) {
    return new Section(type, message);
  }

  private static boolean isTypePart(String text, int at) {
    char c = text.charAt(at);
    return Character.isJavaIdentifierPart(c)
        || c == '.'
        || c == '`'
        || c == '+'
        || c == '\\'
        || (c == ':' && isDoubled(text, at));
  }

  private static boolean isDoubled(String text, int at) {
    return (at + 1 < text.length() && text.charAt(at + 1) == ':')
        || (at > 0 && text.charAt(at - 1) == ':');
  }

  /** True when the name is one that programs give to exceptions only. */
  boolean isSurelyException() {
    return type.indexOf('.') > 0
        || type.indexOf('\\') > 0
        || type.indexOf("::") > 0
        || type.endsWith("Error")
        || type.endsWith("Exception")
        || type.endsWith("Throwable");
  }

  /** Adds a call, unless it only marks a boundary between calls. */
  void add(boolean boundary, StackFrame frame) {
    if (!boundary) {
      frames.add(frame);
    }
  }

  void add(StackFrame frame) {
    frames.add(frame);
  }

  boolean hasFrames() {
    return !frames.isEmpty();
  }

  /** Calls printed outermost first are turned round. */
  void reverseFrames() {
    Collections.reverse(frames);
  }

  /** Adds the outermost {@code count} calls of {@code enclosing}, which were not printed again. */
  void share(int count, Section enclosing) {
    List<StackFrame> all = enclosing.frames;
    frames.addAll(List.copyOf(all.subList(Math.max(0, all.size() - count), all.size())));
  }

  void addMessage(String line) {
    if (message.length() + line.length() < MAX_MESSAGE) {
      message.append(message.isEmpty() ? "" : "\n").append(line);
    }
  }

  String message() {
    return message.toString();
  }

  /** The chain as data, the first section outermost. */
  static StackTrace chain(List<Section> sections) {
    StackTrace cause = null;
    for (int i = sections.size() - 1; i >= 0; i--) {
      Section section = sections.get(i);
      cause = new StackTrace(section.type, section.message(), section.frames, cause);
    }
    return Objects.requireNonNull(cause, "a trace has at least one section");
  }
}
