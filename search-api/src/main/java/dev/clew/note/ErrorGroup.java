// SPDX-License-Identifier: Apache-2.0
package dev.clew.note;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import java.util.Objects;

/** Which events are the same error: of one service, one innermost exception and one pattern. */
public final class ErrorGroup {
  private static final int LONGEST = 180;

  private ErrorGroup() {}

  /**
   * The group of an event, for people and machines to compare; it stays when logs are read again.
   */
  public static String of(LogEvent event) {
    StackTrace thrown = event.exception();
    String exception = thrown == null ? "" : thrown.chain().getLast().type();
    String pattern =
        event.pattern() == null
            ? event.body().lines().findFirst().orElse("")
            : event.pattern().id();
    return String.join(
        " | ", cut(Objects.requireNonNullElse(event.service(), "")), cut(exception), cut(pattern));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
