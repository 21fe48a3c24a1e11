// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of an event in which words are looked for.
 *
 * <p>It is the raw text, not the body, so that everything people see on the line is found, however
 * a format took the line apart. A line may also say something in another spelling than the one
 * people read: JSON escapes, other charsets, quoting. Therefore every part of the event that does
 * not stand in the raw text word for word (body, attribute values, exceptions) is a further piece.
 * Phrases do not reach across pieces.
 */
public final class EventText {
  private EventText() {}

  /** The pieces of text of {@code event}, at least one. */
  public static List<String> of(LogEvent event) {
    List<String> pieces = new ArrayList<>(1);
    String raw = event.raw().text();
    pieces.add(raw);
    addUnlessIn(raw, event.body(), pieces);
    for (String value : event.attributes().values()) {
      addUnlessIn(raw, value, pieces);
    }
    for (StackTrace trace = event.exception(); trace != null; trace = trace.cause()) {
      addUnlessIn(raw, trace.type(), pieces);
      addUnlessIn(raw, trace.message(), pieces);
      for (StackFrame frame : trace.frames()) {
        addUnlessIn(raw, frame.qualifiedFunction(), pieces);
      }
    }
    return pieces;
  }

  private static void addUnlessIn(String raw, String part, List<String> pieces) {
    if (!part.isEmpty() && !stands(raw, part)) {
      pieces.add(part);
    }
  }

  /** True when {@code part} stands in {@code raw} and cuts no word of it in two. */
  private static boolean stands(String raw, String part) {
    boolean opensWord = Words.isPart(part.codePointAt(0));
    boolean endsWord = Words.isPart(part.codePointBefore(part.length()));
    for (int at = raw.indexOf(part); at >= 0; at = raw.indexOf(part, at + 1)) {
      int end = at + part.length();
      boolean whole =
          (!opensWord || at == 0 || !Words.isPart(raw.codePointBefore(at)))
              && (!endsWord || end == raw.length() || !Words.isPart(raw.codePointAt(end)));
      if (whole) {
        return true;
      }
    }
    return false;
  }
}
