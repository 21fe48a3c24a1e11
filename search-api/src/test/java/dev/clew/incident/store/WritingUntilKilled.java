// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Incidents;
import dev.clew.incident.ItemKind;
import dev.clew.incident.ItemText;
import dev.clew.incident.Opening;
import java.nio.file.Path;
import java.time.Instant;

/** Writes items, and prints the number of each that was kept, until somebody kills it. */
final class WritingUntilKilled {
  private WritingUntilKilled() {}

  public static void main(String[] folder) {
    Instant now = Instant.EPOCH;
    Incidents incidents = SqlIncidents.in(Path.of(folder[0]));
    incidents.open(new Opening("t", null, null, "UTC", "ann"), now);
    for (int i = 1; ; i++) {
      incidents.add(
          "INC-1", new ItemText(now, ItemKind.NOTE, "item " + i, null, null, "ann"), null, now);
      System.out.println(i);
      System.out.flush();
    }
  }
}
