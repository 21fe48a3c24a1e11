// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One exception of a chain while it is read. Mutable. */
final class Section {
  private static final int MAX_MESSAGE = 10_000;

  private final String type;
  private final StringBuilder message;
  private final List<StackFrame> frames = new ArrayList<>();

  private Section(String type, String message) {
    this.type = type;
    this.message = new StringBuilder(message);
  }

  /** {@code type: message}, or the type alone; null when the text does not begin with a type. */
  static @Nullable Section of(String text) {
    int end = 0;
    while (end < text.length() && isTypePart(text.charAt(end))) {
      end++;
    }
    boolean typed =
        end > 1 && Character.isJavaIdentifierStart(text.charAt(0)) && text.charAt(end - 1) != '.';
    if (!typed || (end < text.length() && text.charAt(end) != ':')) {
      return null;
    }
    String rest = end < text.length() ? text.substring(end + 1).strip() : "";
    return new Section(text.substring(0, end), rest);
  }

  static Section named(String type, String message) {
    return new Section(type, message);
  }

  private static boolean isTypePart(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.' || c == '`' || c == '+';
  }

  /** True when the name is one that programs give to exceptions only. */
  boolean isSurelyException() {
    return type.indexOf('.') > 0
        || type.endsWith("Error")
        || type.endsWith("Exception")
        || type.endsWith("Throwable");
  }

  void add(StackFrame frame) {
    frames.add(frame);
  }

  boolean hasFrames() {
    return !frames.isEmpty();
  }

  /** Calls printed outermost first are turned round. */
  void reverseFrames() {
    java.util.Collections.reverse(frames);
  }

  void addMessage(String line) {
    if (message.length() + line.length() < MAX_MESSAGE) {
      message.append('\n').append(line);
    }
  }

  /** The chain as data, the first section outermost. */
  static StackTrace chain(List<Section> sections) {
    StackTrace cause = null;
    for (int i = sections.size() - 1; i >= 0; i--) {
      Section section = sections.get(i);
      cause = new StackTrace(section.type, section.message.toString(), section.frames, cause);
    }
    return java.util.Objects.requireNonNull(cause, "a trace has at least one section");
  }
}
