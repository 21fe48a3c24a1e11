// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import java.util.Optional;

/**
 * One observation that speaks for a conclusion.
 *
 * @param weight how much it adds to the score it belongs to, 0 to 1; 0 for a remark
 * @param text a sentence with its numbers, without a full stop
 * @param event an event that shows it
 */
public record Finding(double weight, String text, Optional<LogEvent> event) {

  /** A remark on the comparison itself, such as what it lacked. */
  static Finding remark(String text) {
    return new Finding(0, text, Optional.empty());
  }
}
