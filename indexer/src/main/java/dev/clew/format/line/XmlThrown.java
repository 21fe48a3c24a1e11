// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exception that an XML event prints as elements rather than as text. Used for one event. */
final class XmlThrown {
  private static final int MAX = 10_000;

  private record Part(Map<String, String> named, List<StackFrame> frames) {}

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, String> frame = new HashMap<>();
  private int frames;

  /** True when {@code path} is part of an exception, which then knows its value. */
  boolean take(String path, String value) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    if (!isThrown(path)) {
      return false;
    }
    if (isFrame(outer(path))) {
      frame.put(name, value);
    } else if (!parts.isEmpty()) {
      parts.getLast().named().put(name, value);
    }
    return true;
  }

  /** An element begins or ends. */
  void element(String path, boolean begins) {
    if (!isThrown(path)) {
      return;
    }
    String name = path.substring(path.lastIndexOf('.') + 1);
    if (begins && (name.equals("Thrown") || name.equals("Cause") || name.equals("exception"))) {
      parts.add(new Part(new HashMap<>(), new ArrayList<>()));
    } else if (!begins && isFrame(path) && !parts.isEmpty() && frames++ < MAX) {
      parts.getLast().frames().add(call());
      frame.clear();
    }
  }

  private StackFrame call() {
    String line = frame.getOrDefault("line", "");
    boolean number =
        !line.isEmpty() && line.length() < 10 && line.chars().allMatch(Character::isDigit);
    return new StackFrame(
        frame.getOrDefault("class", ""),
        frame.getOrDefault("method", ""),
        frame.get("file"),
        number ? Integer.parseInt(line) : 0);
  }

  /** The exception; null when there was none. */
  @Nullable StackTrace trace() {
    StackTrace cause = null;
    for (Part part : parts.reversed()) {
      String type = part.named().getOrDefault("name", "");
      String message = part.named().getOrDefault("message", "");
      int colon = message.indexOf(':');
      if (type.isEmpty()) {
        type = colon < 0 ? message : message.substring(0, colon);
        message = colon < 0 ? "" : message.substring(colon + 1).strip();
      }
      cause = new StackTrace(type, message, part.frames(), cause);
    }
    return cause;
  }

  private static String outer(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  private static boolean isThrown(String path) {
    return path.startsWith("Thrown") || path.startsWith("exception");
  }

  private static boolean isFrame(String path) {
    return path.endsWith(".ExtendedStackTraceItem") || path.endsWith(".frame");
  }
}
