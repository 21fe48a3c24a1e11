// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.LogStore;
import dev.clew.store.LogStoreContract;
import java.nio.file.Path;

class PartitionedLogStoreTest extends LogStoreContract {
  @Override
  protected LogStore open(Path folder) {
    return LuceneLogStores.open(folder, ManyPartitions.of(60));
  }

  @Override
  protected boolean isDurable() {
    return true;
  }
}
