// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.Origin;
import dev.clew.event.RawLine;

/**
 * Lines that were read and are part of no event, or a hole in the file.
 *
 * @param origin where they were read
 * @param reason why they are part of none
 * @param raw the bytes as read; none for a hole
 * @param zeros how many zeros this stands for instead of bytes; 0 unless it is a hole
 */
public record Rejection(Origin origin, String reason, RawLine raw, long zeros) {

  /** Bytes of the file that this accounts for. */
  public long bytes() {
    return raw.length() + zeros;
  }
}
