// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.change.Change;
import dev.clew.event.TimeRange;
import dev.clew.store.LogStore;
import java.util.List;
import java.util.Map;

/**
 * What the logs give away.
 *
 * @param changes deploys and restarts, oldest first
 * @param notes what was not inferred, and why
 * @param complete false when the store could not read all it holds
 */
public record Inferred(List<Change> changes, List<String> notes, boolean complete) {
  /** More than this are no roll of deploys but a program that restarts all the time. */
  private static final int MOST = 500;

  public Inferred {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** Looks through the events of {@code range}. */
  public static Inferred from(LogStore store, TimeRange range) {
    Signs signs = new Signs(store, range);
    Map<String, Probe> probes = Probe.of(signs);
    new VersionStarts(signs).find(probes);
    new BannerStarts(signs).find(probes.keySet());
    new ProcessStarts(signs).find(probes);
    List<Change> changes = Rolls.of(signs.starts());
    if (changes.size() > MOST) {
      signs.note("only the newest %d of %,d restarts are kept".formatted(MOST, changes.size()));
      changes = changes.subList(changes.size() - MOST, changes.size());
    }
    return new Inferred(changes, signs.notes(), signs.isComplete());
  }
}
