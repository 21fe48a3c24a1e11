// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.StackTrace;
import dev.clew.format.stack.StackParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message and the exception that the values of a line name. */
final class MessageValues {
  private static final int LONGEST_LIST = 1 << 18;

  private MessageValues() {}

  static void read(NamedValues values, String line, Draft draft) {
    String message = values.take(Role.MESSAGE);
    String name = values.take(Role.SPAN_NAME);
    if (message != null && name != null) {
      boolean logger = draft.logger() == null && values.nameOf(Role.SPAN_NAME).endsWith("name");
      if (logger && values.rank(Role.SPAN_NAME) % 1000 == 0) {
        draft.logger(name);
      } else {
        values.keep(Role.SPAN_NAME);
      }
    }
    if (message != null) {
      draft.body(plain(template(values, message)).stripTrailing());
      request(values, draft, false);
    } else {
      draft.body(name != null ? name : line.strip());
      request(values, draft, name == null);
    }
  }

  /** A request without a message is told by its method, path and outcome. */
  private static void request(NamedValues values, Draft draft, boolean asMessage) {
    String method = values.take(Role.METHOD);
    String path = values.take(Role.PATH);
    values.keep(Role.METHOD);
    values.keep(Role.PATH);
    if (asMessage && method != null && path != null) {
      String status = values.status();
      draft.body(method + " " + path + (status == null ? "" : " " + status));
    }
  }

  /** A template with the values that its places in braces name. */
  private static String template(NamedValues values, String message) {
    String name = values.nameOf(Role.MESSAGE);
    boolean template = Text.endsWith(name, "@mt") || Text.endsWith(name, "template");
    int open = template ? message.indexOf('{') : -1;
    if (open < 0) {
      return message;
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (open >= 0) {
      int close = message.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String value = place(values, message.substring(open + 1, close));
      text.append(message, at, open)
          .append(value == null ? message.substring(open, close + 1) : value);
      at = close + 1;
      open = message.indexOf('{', at);
    }
    return text.append(message.substring(at)).toString();
  }

  private static @Nullable String place(NamedValues values, String place) {
    int from = place.startsWith("@") || place.startsWith("$") ? 1 : 0;
    int end = from;
    while (end < place.length()
        && (Text.isWordPart(place.charAt(end)) || place.charAt(end) == '.')) {
      end++;
    }
    String name = place.substring(from, end);
    String value = values.get(name);
    return value == null ? values.get("Properties." + name) : value;
  }

  /** journald writes a message that is not all text as a list of its bytes. */
  private static String plain(String message) {
    if (message.length() < 3 || message.charAt(0) != '[' || !Text.isDigit(message.charAt(1))) {
      return message;
    }
    ByteBuffer bytes = ByteBuffer.allocate(message.length() / 2 + 1);
    int number = 0;
    for (int i = 1; i < message.length(); i++) {
      char c = message.charAt(i);
      if (Text.isDigit(c)) {
        number = number * 10 + c - '0';
      } else if (c == ',' || (c == ']' && i == message.length() - 1)) {
        bytes.put((byte) number);
        number = 0;
      } else if (c != ' ') {
        return message;
      }
      if (number > 255) {
        return message;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return message;
    }
  }

  static void exception(NamedValues values, StackParser stacks, Draft draft) {
    String stack = values.take(Role.STACK);
    String type = values.take(Role.EXCEPTION_TYPE);
    String text = values.take(Role.EXCEPTION_MESSAGE);
    StackTrace trace = stack == null ? null : stacks.parse(lines(stack));
    if (trace == null) {
      values.keep(Role.STACK);
    }
    boolean named = type != null && (trace == null || trace.type().isEmpty());
    if (named) {
      trace =
          new StackTrace(
              type,
              text == null ? "" : text,
              trace == null ? List.of() : trace.frames(),
              trace == null ? null : trace.cause());
    } else {
      values.keep(Role.EXCEPTION_TYPE);
      values.keep(Role.EXCEPTION_MESSAGE);
    }
    draft.exception(trace);
  }

  /** A stack trace that is a list of its lines, as text. */
  private static String lines(String stack) {
    if (!stack.startsWith("[\"") || stack.length() > LONGEST_LIST) {
      return stack;
    }
    StringBuilder text = new StringBuilder();
    int at = 1;
    while (at < stack.length() && stack.charAt(at) == '"') {
      int end = Pairs.valueEnd(stack, at, stack.length());
      String line = Pairs.value(stack, at, end);
      text.append(line.startsWith("at ") ? "\t" : "").append(line).append('\n');
      at = end;
      while (at < stack.length() && (stack.charAt(at) == ',' || stack.charAt(at) <= ' ')) {
        at++;
      }
    }
    return text.toString();
  }
}
