// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.time.Duration;

/** Settings under which the few events of a test lie in many partitions. */
final class ManyPartitions {
  /** Six seconds, three events, and hardly anything may be open. */
  static final StoreSettings SETTINGS = new StoreSettings(Duration.ofSeconds(6), 3, 2, 12, 1 << 20);

  private ManyPartitions() {}
}
