// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.IoText;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A store in a temporary folder that is gone when closed. */
public final class Scratch implements AutoCloseable {
  private final Path folder;
  private final LogStore store;

  private Scratch(Path folder, LogStore store) {
    this.folder = folder;
    this.store = store;
  }

  public static Scratch open() {
    try {
      Path folder = Files.createTempDirectory("clew-");
      return new Scratch(folder, LuceneLogStores.open(folder.resolve("index")));
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot make a temporary folder: "
              + IoText.say(failed)
              + "; set -Djava.io.tmpdir in CLEW_JAVA_OPTIONS",
          failed);
    }
  }

  public LogStore store() {
    return store;
  }

  /** The temporary folder, for what else is needed only meanwhile. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    store.close();
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("the temporary folder " + folder + " stays behind", failed);
    }
  }
}
