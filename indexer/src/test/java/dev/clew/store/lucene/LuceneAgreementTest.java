// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.LogStore;
import dev.clew.store.QueryAgreement;
import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.write.Learning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The embedded store means what queries mean. System properties of the slow test: {@code
 * clew.agreement.seeds}, of {@value #QUESTIONS} questions each, and {@code clew.agreement.seed}.
 */
class LuceneAgreementTest {
  private static final int FIRST_SEED = Integer.getInteger("clew.agreement.seed", 1_001);
  private static final int SEEDS = Integer.getInteger("clew.agreement.seeds", 50);
  private static final int QUESTIONS = 200;

  /** Shapes are used from the first event of their kind, and helpers from the first segment. */
  private static final StoreSettings EAGER =
      new StoreSettings(Duration.ofDays(1), 1_000, 8, 64, 0, new Learning(0, 4_096)).helpedAtOnce();

  /** No shape is used, and most names of attributes are rare. */
  private static final StoreSettings NAMELESS =
      new StoreSettings(Duration.ofDays(1), 1_000, 8, 64, 0, new Learning(1_000, 2));

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
    try (LogStore store = LuceneLogStores.open(folder, EAGER)) {
      new QueryAgreement(store, seed).check(240, 150);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10})
  void answersAsTheListDoesWhereNamesHaveNoTerms_C10(long seed, @TempDir Path folder) {
    try (LogStore store = LuceneLogStores.open(folder, NAMELESS)) {
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

  @Tag("slow")
  @Test
  void answersManyQuestionsAsTheListDoes_C10(@TempDir Path folder) throws IOException {
    long start = System.nanoTime();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      Path data = folder.resolve("data" + seed);
      StoreSettings settings =
          switch (seed % 10) {
            case 0 -> ManyPartitions.of(30);
            case 1, 2, 3, 4 -> EAGER;
            case 5 -> NAMELESS;
            default -> StoreSettings.DEFAULT;
          };
      try (LogStore store = LuceneLogStores.open(data, settings)) {
        new QueryAgreement(store, seed).check(240, QUESTIONS);
      }
    }
    System.out.printf(
        "queries: %,d random questions of %d embedded stores, 0 answers differ, %d s%n",
        SEEDS * QUESTIONS, SEEDS, (System.nanoTime() - start) / 1_000_000_000L);
  }
}
