// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import java.util.List;

/**
 * What a look at all files of a store found.
 *
 * @param partitions parts that were looked at
 * @param events the sound ones hold
 * @param bytes that were read
 * @param damaged the parts that are not what was written
 */
public record Verification(
    int partitions, long events, long bytes, List<StoreStatus.Damaged> damaged) {
  public Verification {
    damaged = List.copyOf(damaged);
  }
}
