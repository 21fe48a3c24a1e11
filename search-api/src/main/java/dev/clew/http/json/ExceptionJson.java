// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exception and what caused it.
 *
 * @param clipped true when frames or causes were left out; otherwise not there
 */
public record ExceptionJson(
    String type,
    String message,
    List<StackFrameJson> frames,
    @Nullable ExceptionJson cause,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean clipped) {

  /** A call; {@code line} is 0 when it was not printed. */
  public record StackFrameJson(String module, String function, @Nullable String file, int line) {
    static StackFrameJson of(StackFrame frame) {
      return new StackFrameJson(frame.module(), frame.function(), frame.file(), frame.line());
    }
  }

  static ExceptionJson of(StackTrace trace, Detail detail) {
    List<StackTrace> chain = trace.chain();
    List<StackTrace> shown = chain.subList(0, Math.min(chain.size(), detail.causes()));
    ExceptionJson cause = null;
    boolean deeper = shown.size() < chain.size();
    for (StackTrace link : shown.reversed()) {
      List<StackFrame> frames = link.frames();
      boolean cut = deeper || frames.size() > detail.frames();
      cause =
          new ExceptionJson(
              link.type(),
              detail.text(link.message()),
              frames.stream().limit(detail.frames()).map(StackFrameJson::of).toList(),
              cause,
              cut ? Boolean.TRUE : null);
      deeper = false;
    }
    return Objects.requireNonNull(cause);
  }
}
