// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as data.
 *
 * @param type exception type as printed, qualified where the language does so
 * @param message its message; empty when it has none
 * @param frames calls, innermost first
 * @param cause what it was caused by
 */
public record StackTrace(
    String type, String message, List<StackFrame> frames, @Nullable StackTrace cause) {

  public StackTrace {
    frames = List.copyOf(frames);
  }

  /** This exception, its cause, the cause's cause …; the last one is where it began. */
  public List<StackTrace> chain() {
    List<StackTrace> chain = new ArrayList<>();
    for (StackTrace trace = this; trace != null; trace = trace.cause) {
      chain.add(trace);
    }
    return chain;
  }

  /** The type without its package: {@code SocketTimeoutException}. */
  public String simpleType() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
