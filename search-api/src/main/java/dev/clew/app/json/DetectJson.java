// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import org.jspecify.annotations.Nullable;

/** One event of {@code clew detect --json}. */
public record DetectJson(
    String file,
    long line,
    @Nullable String ts,
    @Nullable String level,
    @Nullable String service,
    String message,
    String format) {

  public static DetectJson of(LogEvent event, String format) {
    return new DetectJson(
        event.origin().file(),
        event.origin().line(),
        event.time().quality().isRead() ? event.time().instant().toString() : null,
        event.severity() == Severity.UNSPECIFIED ? null : event.severity().name(),
        event.service(),
        event.body(),
        format);
  }
}
