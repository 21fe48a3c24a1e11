// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.write.Learning;
import java.time.Duration;

/** Settings under which the few events of a test lie in many partitions. */
final class ManyPartitions {
  private ManyPartitions() {}

  /** Partitions of {@code seconds} and at least three events; hardly any may be open. */
  static StoreSettings of(int seconds) {
    return new StoreSettings(Duration.ofSeconds(seconds), 3, 2, 12, 1 << 20, new Learning(0, 4_096))
        .helpedAtOnce();
  }
}
