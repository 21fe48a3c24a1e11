// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.LogStore;
import dev.clew.store.QueryAgreement;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneAgreementTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersAsTheListDoes_C10(long seed, @TempDir Path folder) {
    try (LogStore store = LuceneLogStores.open(folder)) {
      new QueryAgreement(store, seed).check(240, 500);
    }
  }
}
