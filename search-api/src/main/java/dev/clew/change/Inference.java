// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import dev.clew.event.EventId;

/**
 * By what a change was told that nobody reported: one line of the logs, so that a reader can check.
 *
 * @param how what the line shows, in words
 * @param event the line's event
 * @param file the file it stands in
 * @param line its number from 1
 */
public record Inference(String how, EventId event, String file, long line) {

  /** Both, for people. */
  public String text() {
    return "inferred: %s, %s:%d".formatted(how, file, line);
  }
}
