// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes deliveries: checks who sent them, reads them, keeps what is new and makes it known. A
 * delivery that comes again changes nothing, since its changes are known. Thread-safe.
 */
public final class ChangeHook {
  /** More bytes than this of one delivery are refused. */
  public static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int MOST_CHANGES = 10_000;

  private final ChangeJournal journal;
  private final KnownChanges known;
  private final @Nullable HookSecret secret;

  /**
   * Makes known what the journal holds.
   *
   * @param secret that every sender has to know; null when any may send
   */
  public ChangeHook(ChangeJournal journal, KnownChanges known, @Nullable HookSecret secret) {
    this.journal = journal;
    this.known = known;
    this.secret = secret;
    known.add(unknown(journal.kept()));
  }

  /**
   * Takes a delivery, whole or not at all.
   *
   * @throws DeliveryException when it is not taken
   */
  public Receipt receive(Delivery delivery) {
    if (secret != null && !secret.isKnownTo(delivery)) {
      throw new DeliveryException(
          DeliveryException.Reason.NOT_BELIEVED,
          "the delivery does not show that its sender knows the secret of this hook");
    }
    Told told = DeliveryReader.read(delivery);
    if (told.changes().size() > MOST_CHANGES) {
      throw new DeliveryException(
          DeliveryException.Reason.UNREADABLE,
          "the delivery holds %d changes, more than the %d that are taken at once; send it in parts"
              .formatted(told.changes().size(), MOST_CHANGES));
    }
    return keep(told);
  }

  private synchronized Receipt keep(Told told) {
    List<Change> fresh = unknown(told.changes());
    if (!fresh.isEmpty()) {
      journal.append(fresh);
      known.add(fresh);
    }
    return new Receipt(fresh, told.changes().size() - fresh.size(), told.notes());
  }

  private List<Change> unknown(List<Change> changes) {
    Set<Change> all = new HashSet<>(known.all());
    return List.copyOf(
        new LinkedHashSet<>(changes.stream().filter(change -> !all.contains(change)).toList()));
  }
}
