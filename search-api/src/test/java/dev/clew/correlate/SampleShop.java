// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.ingest.Ingest;
import dev.clew.ingest.ReadSettings;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** The logs of the sample shop in a real store. */
public final class SampleShop {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  private SampleShop() {}

  /** The logs of {@code scenario} in a new store in {@code folder}. */
  public static LogStore index(String scenario, Path folder) {
    LogStore store = LuceneLogStores.open(folder);
    Path logs = Path.of("..", "sample-logs", scenario, "logs");
    new Ingest(
            store,
            new ReadSettings(ZoneOffset.UTC, NOW),
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW))
        .index(List.of(logs), (done, total) -> {});
    return store;
  }
}
