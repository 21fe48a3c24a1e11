// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

/**
 * Something known about a source, and how.
 *
 * @param value what is known, such as the name of a service
 * @param reason the rule in words, such as "from the file's name"
 */
public record Said(String value, String reason) {
  @Override
  public String toString() {
    return "%s (%s)".formatted(value, reason);
  }
}
