// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that name an exception in traces of Java, JavaScript and .NET. */
final class Headers {
  static final String SUPPRESSED = "Suppressed: ";
  static final String WRAPPED = "Wrapped by: ";

  private static final String CAUSE = "Caused by: ";
  private static final String SCRIPT_CAUSE = "[cause]: ";
  private static final String CIRCULAR = "[CIRCULAR REFERENCE:";
  private static final String INNER = " ---> ";
  private static final String IN_THREAD = "Exception in thread \"";
  private static final int MAX_INNER = 50;
  private static final int FAR = 1000;

  private Headers() {}

  /** The exceptions that a line names; .NET prints those inside it on the same line. */
  static List<Section> of(String line) {
    List<Section> named = new ArrayList<>();
    String cause = cause(line);
    String text = cause == null ? line : cause;
    text = text.startsWith(IN_THREAD) ? afterQuote(text) : text;
    text = text.startsWith("Uncaught ") ? text.substring("Uncaught ".length()) : text;
    text = text.startsWith("Unhandled exception. ") ? text.substring(21) : text;
    if (text.isEmpty() || !Character.isJavaIdentifierStart(first(text))) {
      return named;
    }
    for (String part : split(text)) {
      Section section = Section.of(afterNumber(part.strip()));
      if (section == null || !section.isSurelyException()) {
        return named;
      }
      named.add(section);
    }
    return named;
  }

  private static char first(String text) {
    return text.charAt(text.startsWith("(Inner Exception #") ? 1 : 0);
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(INNER); at >= 0 && parts.size() < MAX_INNER; ) {
      parts.add(text.substring(from, at));
      from = at + INNER.length();
      at = text.indexOf(INNER, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** {@code (Inner Exception #0) System.IO.IOException: reset}. */
  private static String afterNumber(String text) {
    int close = text.startsWith("(Inner Exception #") ? text.indexOf(") ") : -1;
    return close < 0 ? text : text.substring(close + 2);
  }

  /** What follows the words that announce another exception of the chain; null without them. */
  static @Nullable String cause(String text) {
    if (text.isEmpty() || "CW[".indexOf(text.charAt(0)) < 0) {
      return null;
    }
    if (text.startsWith(CAUSE)) {
      return circular(text.substring(CAUSE.length()));
    }
    if (text.startsWith(WRAPPED)) {
      return text.substring(WRAPPED.length());
    }
    if (text.startsWith(SCRIPT_CAUSE)) {
      return text.substring(SCRIPT_CAUSE.length());
    }
    return text.startsWith(CIRCULAR) ? circular(text) : null;
  }

  private static String circular(String text) {
    return text.startsWith(CIRCULAR) && text.endsWith("]")
        ? text.substring(CIRCULAR.length(), text.length() - 1).strip()
        : text;
  }

  private static String afterQuote(String text) {
    int quote = text.indexOf("\" ", IN_THREAD.length() - 1);
    return quote < 0 ? text : text.substring(quote + 2);
  }

  /**
   * The part of a message that starts with the name of an exception, as in {@code failed: x.Y: z};
   * empty when there is none.
   */
  static String exceptionIn(String message) {
    int at = 0;
    while (at >= 0 && at < message.length()) {
      Section section = Section.of(message.substring(at, Math.min(message.length(), at + FAR)));
      if (section != null && section.isSurelyException()) {
        return message.substring(at);
      }
      int space = message.indexOf(' ', at);
      at = space < 0 || space > FAR ? -1 : space + 1;
    }
    return "";
  }
}
