// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import org.jspecify.annotations.Nullable;

/** Which patterns of two sets are the same. */
public enum Likeness {
  /** Those of one id: same text, service, logger and severity. */
  BY_ID,
  /**
   * Those of one text, logger and severity, for sets that have no service in common: then the names
   * come from the files, or the system was renamed, and tell nothing.
   */
  BY_TEXT;

  String key(
      Pattern pattern, @Nullable String service, @Nullable String logger, Severity severity) {
    String name = this == BY_ID ? pattern.id() + '\0' + service : pattern.template();
    return name + '\0' + logger + '\0' + severity;
  }

  /** The key of the event's pattern; empty when it has none. */
  public String key(LogEvent event) {
    return event.pattern() == null
        ? ""
        : key(event.pattern(), event.service(), event.logger(), event.severity());
  }
}
