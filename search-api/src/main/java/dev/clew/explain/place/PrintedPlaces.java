// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the code places an event names, from its exception or from its text. */
public final class PrintedPlaces {
  private static final int LONGEST_TEXT = 64_000;
  private static final int MOST_FRAMES = 200;
  private static final int LONGEST_FILE = 300;

  private PrintedPlaces() {}

  /** The calls of the exception, those of the innermost cause first; innermost call first. */
  static List<Place> ofException(StackTrace trace) {
    List<Place> places = new ArrayList<>();
    for (StackTrace each : trace.chain().reversed()) {
      for (StackFrame frame : each.frames()) {
        if (places.size() < MOST_FRAMES) {
          Place.of(frame).ifPresent(places::add);
        }
      }
    }
    return places;
  }

  /** The calls of a Python traceback printed inside the text, innermost first. */
  static List<Place> ofTraceback(String text) {
    List<Place> places = new ArrayList<>();
    String head = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    int at = head.indexOf("File \"");
    while (at >= 0 && places.size() < MOST_FRAMES) {
      tracebackCall(head, at + 6).ifPresent(places::add);
      at = head.indexOf("File \"", at + 6);
    }
    return places.reversed();
  }

  /** The place a log statement prints of itself at the end: {@code … charge src/pay.py:81}. */
  public static Optional<Place> ofStatement(LogEvent event) {
    String body = event.body();
    int end = body.indexOf('\n') < 0 ? body.length() : body.indexOf('\n');
    int start = body.lastIndexOf(' ', end - 1) + 1;
    int colon = body.lastIndexOf(':', end - 1);
    if (colon <= start || end - start > LONGEST_FILE) {
      return Optional.empty();
    }
    String file = body.substring(start, colon);
    int line = digits(body, colon + 1, end);
    int dot = file.lastIndexOf('.');
    boolean source =
        dot > 0
            && file.length() - dot <= 6
            && Character.isLetter(file.charAt(dot + 1 < file.length() ? dot + 1 : dot));
    if (line <= 0 || !source || file.indexOf("://") >= 0) {
      return Optional.empty();
    }
    int before = start < 2 ? 0 : body.lastIndexOf(' ', start - 2) + 1;
    String word = start < 1 ? "" : body.substring(before, Math.max(before, start - 1));
    return Optional.of(Place.of(file, isName(word) ? word : "", line));
  }

  private static Optional<Place> tracebackCall(String text, int start) {
    int quote = text.indexOf('"', start);
    if (quote < 0 || quote - start > LONGEST_FILE || !text.startsWith("\", line ", quote)) {
      return Optional.empty();
    }
    int number = quote + 8;
    int end = number;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    String function = "";
    if (text.startsWith(", in ", end)) {
      int from = end + 5;
      int to = from;
      while (to < text.length()
          && (isNamePart(text.charAt(to)) || "<>".indexOf(text.charAt(to)) >= 0)) {
        to++;
      }
      function = text.substring(from, to);
    }
    return Optional.of(Place.of(text.substring(start, quote), function, digits(text, number, end)));
  }

  private static int digits(String text, int from, int to) {
    if (from >= to || to - from > 7) {
      return 0;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return 0;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isName(String word) {
    return !word.isEmpty()
        && !Character.isDigit(word.charAt(0))
        && word.chars().allMatch(c -> isNamePart((char) c));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }
}
