// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.TimeRange;
import dev.clew.store.StoreException;
import dev.clew.store.StoreStatus;
import dev.clew.store.Verification;
import dev.clew.store.lucene.write.NamedCommit;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.ManifestFile;
import dev.clew.store.manifest.PartitionEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;

/**
 * The files that the manifest of a folder names. They never change, so they can be read while a
 * server writes others; when one is gone, the manifest has moved on, and so does the reader.
 */
public final class CommittedFiles {
  private final Path folder;
  private final Failures failures;

  public CommittedFiles(Path folder, Failures failures) throws IOException {
    this.folder = folder;
    this.failures = failures;
    StoreFolder.checkFormat(folder, failures);
  }

  /** What counts now. */
  public Manifest manifest() throws IOException {
    try {
      return new ManifestFile(folder)
          .read()
          .orElseThrow(() -> new java.io.FileNotFoundException("it is missing"));
    } catch (dev.clew.store.manifest.DamagedManifestException | java.io.FileNotFoundException e) {
      throw failures.noManifest(e);
    }
  }

  /** The names of the files of a partition, below the folder of the store, with slashes. */
  public List<String> names(PartitionEntry entry) throws IOException {
    List<String> names = new ArrayList<>();
    try (PartitionFolder partition = partition(entry)) {
      for (String file : partition.commit(entry.generation()).getFileNames()) {
        names.add(StoreFolder.PARTITIONS + "/" + entry.name() + "/" + file);
      }
    }
    return names;
  }

  /** Reads every byte of every partition. */
  public Verification verify() throws IOException {
    Manifest manifest = manifest();
    List<StoreStatus.Damaged> damaged = new ArrayList<>();
    long events = 0;
    long bytes = 0;
    for (PartitionEntry entry : manifest.partitions()) {
      String damage = damage(entry);
      if (!damage.isEmpty()) {
        damaged.add(
            new StoreStatus.Damaged(
                entry.name(),
                TimeRange.around(entry.first(), entry.last()),
                entry.events(),
                damage));
      } else {
        events += entry.events();
      }
      bytes += entry.bytes();
    }
    return new Verification(manifest.partitions().size(), events, bytes, damaged);
  }

  private String damage(PartitionEntry named) throws IOException {
    PartitionEntry entry = named;
    while (true) {
      try {
        check(entry);
        return "";
      } catch (IOException | RuntimeException e) {
        if (e instanceof StoreException || !Damage.is(e)) {
          throw e;
        }
        String name = entry.name();
        List<PartitionEntry> now =
            manifest().partitions().stream().filter(each -> each.name().equals(name)).toList();
        if (now.isEmpty()) {
          return "";
        }
        if (now.get(0).generation() == entry.generation()) {
          return Damage.reason(e);
        }
        entry = now.get(0);
      }
    }
  }

  private void check(PartitionEntry entry) throws IOException {
    try (PartitionFolder partition = partition(entry)) {
      NamedCommit commit = partition.commit(entry.generation());
      partition.checkAll(commit);
      if (commit.events() != entry.events()) {
        throw new CorruptIndexException(
            "there are %d events instead of %d".formatted(commit.events(), entry.events()),
            entry.name());
      }
    }
  }

  private PartitionFolder partition(PartitionEntry entry) {
    return new PartitionFolder(folder.resolve(StoreFolder.PARTITIONS).resolve(entry.name()));
  }
}
