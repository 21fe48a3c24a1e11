// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.evidence;

import dev.clew.event.EventId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One observation for or against a suspect.
 *
 * @param weight how much it adds to the sum behind the score; negative when it speaks against
 * @param text the observation with its numbers, in words a tired person understands
 * @param file file it speaks of; null when none
 * @param line line in that file from 1; 0 when none
 * @param event event that shows it; null when none
 * @param page address of the file and line where the repository is hosted; null when there is none
 */
public record Evidence(
    double weight,
    String text,
    @Nullable String file,
    int line,
    @Nullable EventId event,
    @Nullable String page) {

  /** Evidence without a page. */
  public Evidence(
      double weight, String text, @Nullable String file, int line, @Nullable EventId event) {
    this(weight, text, file, line, event, null);
  }

  /** The same evidence with the address of its proof. */
  public Evidence withPage(@Nullable String address) {
    return new Evidence(weight, text, file, line, event, address);
  }

  /** Evidence that no file and no event shows. */
  public static Evidence of(double weight, String text) {
    return new Evidence(weight, text, null, 0, null);
  }

  /** Evidence in a file. */
  public static Evidence at(double weight, String text, String file, int line) {
    return new Evidence(weight, text, file, line, null);
  }

  /** Evidence that an event shows. */
  public static Evidence seen(double weight, String text, @Nullable EventId event) {
    return new Evidence(weight, text, null, 0, event);
  }

  /** The same evidence with its weight multiplied. */
  public Evidence times(double factor) {
    return new Evidence(weight * factor, text, file, line, event, page);
  }

  /** The score of a sum of evidence, 0 to 1. */
  public static double squash(List<Evidence> evidence) {
    return Math.max(0, Math.tanh(evidence.stream().mapToDouble(Evidence::weight).sum()));
  }
}
