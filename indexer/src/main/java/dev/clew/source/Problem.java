// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

/**
 * Something that was given but could not be read, or not to its end.
 *
 * @param name what people call it
 * @param reason what is wrong with it
 * @param advice what to try
 */
public record Problem(String name, String reason, String advice) {

  /** One line: name, reason, advice. */
  @Override
  public String toString() {
    return name + ": " + reason + "; " + advice;
  }
}
