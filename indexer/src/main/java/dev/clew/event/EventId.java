// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

/**
 * Identity of an event, derived from its {@link Origin}: reading the same input twice gives the
 * same ids.
 *
 * @param value {@code source-offset}, the offset in base 36; safe in a URL
 */
public record EventId(String value) {

  /** The id of the event that starts at {@code origin}. */
  public static EventId of(Origin origin) {
    return new EventId(origin.source() + "-" + Long.toString(origin.offset(), 36));
  }

  @Override
  public String toString() {
    return value;
  }
}
