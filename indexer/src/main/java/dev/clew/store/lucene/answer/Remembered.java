// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.Groups;
import java.util.List;

/** What is known of the groups of a segment before they are counted. */
sealed interface Remembered {

  /** They are these. */
  record Part(Groups groups) implements Remembered {}

  /** They were not asked for, rollups tell them, or they are too many. */
  record Nothing() implements Remembered {}

  /** Documents were looked at for them: they are worth remembering if they are asked for again. */
  record Slow() implements Remembered {}

  Remembered NOTHING = new Nothing();

  /** Bytes of memory, about. */
  static long bytes(Remembered remembered) {
    return 256 + (remembered instanceof Part part ? bytes(part.groups().groups()) : 0);
  }

  private static long bytes(List<Groups.Group> groups) {
    long bytes = 0;
    for (Groups.Group group : groups) {
      bytes += 128;
      for (String key : group.keys()) {
        bytes += 2L * key.length();
      }
    }
    return bytes;
  }
}
