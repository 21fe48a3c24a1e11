// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.LogStore;
import dev.clew.store.QueryAgreement;
import dev.clew.store.lucene.part.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneAgreementTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersAsTheListDoes_C10(long seed, @TempDir Path folder) {
    try (LogStore store = LuceneLogStores.open(folder)) {
      new QueryAgreement(store, seed).check(240, 150);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void answersAsTheListDoesFromShapesSeenOnce_C10(long seed, @TempDir Path folder) {
    StoreSettings eager = new StoreSettings(Duration.ofDays(1), 1_000, 8, 64, 0, 0);
    try (LogStore store = LuceneLogStores.open(folder, eager)) {
      new QueryAgreement(store, seed).check(240, 150);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void answersAsTheListDoesFromManyPartitions_C10(long seed, @TempDir Path folder)
      throws IOException {
    try (LogStore store = LuceneLogStores.open(folder, ManyPartitions.of(6))) {
      new QueryAgreement(store, seed).check(240, 60);
    }
    try (Stream<Path> partitions = Files.list(folder.resolve("partitions"))) {
      assertThat(partitions.count()).isGreaterThan(10);
    }
  }
}
