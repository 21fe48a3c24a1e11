// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.code.statement.Printed;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeQuality;
import java.util.Objects;

/** What a line that was read says for finding its statement. */
final class Heard {
  private Heard() {}

  /**
   * The message of an event; of a line that has neither time nor level, the whole line. What the
   * line does not say is {@code logger} and {@code level}.
   */
  static Printed of(LogEvent event, String logger, String level) {
    boolean bare =
        event.severity() == Severity.UNSPECIFIED
            && event.logger() == null
            && event.time().quality().source() != TimeQuality.Source.READ;
    String message = bare ? event.raw().text() : event.body();
    String said =
        event.severityText() != null
            ? event.severityText()
            : event.severity() == Severity.UNSPECIFIED ? "" : event.severity().name();
    return new Printed(
        message, said.isEmpty() ? level : said, Objects.requireNonNullElse(event.logger(), logger));
  }
}
