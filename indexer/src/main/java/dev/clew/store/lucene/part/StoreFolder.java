// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.store.StoreException;
import dev.clew.store.lucene.write.KeptCommits;
import dev.clew.store.manifest.AtomicFile;
import dev.clew.store.manifest.DamagedManifestException;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.ManifestFile;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/** The folder of a store: a file that names the format, the manifest, the partitions, a lock. */
public final class StoreFolder implements Closeable {
  public static final String FORMAT_FILE = "format";
  static final String PARTITIONS = "partitions";
  private static final String LOCK = "lock";
  private static final String FORMAT = "clew-store ";
  private static final int VERSION = 5;

  /** What has no rollups in its files, or a term of each name, is read as well. */
  private static final int OLDEST = 3;

  private static final int MAX_FORMAT_BYTES = 64;

  private final Path folder;
  private final Failures failures;
  private final Directory directory;
  private final Lock lock;

  /** Makes sure that this version may touch the folder, and that nobody else does. */
  public StoreFolder(Path folder, Failures failures, Duration day) throws IOException {
    this.folder = folder;
    this.failures = failures;
    Files.createDirectories(folder);
    Path format = folder.resolve(FORMAT_FILE);
    boolean known = Files.exists(format);
    int version = VERSION;
    if (known) {
      version = checkFormat(folder, failures);
    } else if (Files.exists(folder.resolve(PARTITIONS))) {
      throw failures.corrupt(new IOException("the file " + FORMAT_FILE + " is missing"));
    }
    directory = FSDirectory.open(folder);
    try {
      lock = directory.obtainLock(LOCK);
      if (!known) {
        manifest().write(Manifest.empty(day.toNanos()));
      }
      if (!known || version < VERSION) {
        // before anything is written that an older version would not know
        AtomicFile.replace(format, (FORMAT + VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
      }
      Files.createDirectories(partitions());
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, directory);
      throw e;
    }
  }

  /** The folder of the folders of the partitions. */
  public Path partitions() {
    return folder.resolve(PARTITIONS);
  }

  /** The file that says what counts. */
  public ManifestFile manifest() {
    return new ManifestFile(folder);
  }

  /**
   * What the store holds. When the manifest is damaged, the one before counts if all partitions are
   * as it says: then only bookmarks can be older, and reading again what is known changes nothing.
   */
  public Manifest read() throws IOException {
    try {
      return manifest()
          .read()
          .orElseThrow(() -> new FileNotFoundException("the file " + ManifestFile.NAME));
    } catch (DamagedManifestException | FileNotFoundException e) {
      Optional<Manifest> before = before();
      if (before.isPresent() && isAsFound(before.get())) {
        manifest().write(before.get());
        return before.get();
      }
      throw failures.noManifest(e);
    }
  }

  private Optional<Manifest> before() throws IOException {
    try {
      return manifest().readOld();
    } catch (DamagedManifestException e) {
      return Optional.empty();
    }
  }

  private boolean isAsFound(Manifest manifest) throws IOException {
    Map<String, Long> found = new HashMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(partitions())) {
      for (Path each : all) {
        String[] files = each.toFile().list();
        found.put(
            each.getFileName().toString(),
            files == null ? KeptCommits.NONE : SegmentInfos.getLastCommitGeneration(files));
      }
    }
    Map<String, Long> named = new HashMap<>();
    manifest.partitions().forEach(entry -> named.put(entry.name(), entry.generation()));
    return named.equals(found);
  }

  /** Deletes the partitions that {@code manifest} does not name: their commit did not happen. */
  public void forgetOthers(Manifest manifest) throws IOException {
    Set<String> named = new HashSet<>();
    manifest.partitions().forEach(entry -> named.add(entry.name()));
    try (DirectoryStream<Path> all = Files.newDirectoryStream(partitions())) {
      for (Path each : all) {
        if (!named.contains(each.getFileName().toString())) {
          IOUtils.rm(each);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(lock, directory);
  }

  /** Makes sure that this version knows what is in {@code folder}; its format. */
  static int checkFormat(Path folder, Failures failures) throws IOException {
    Path format = folder.resolve(FORMAT_FILE);
    if (!Files.exists(format)) {
      throw failures.noStore();
    }
    if (Files.size(format) > MAX_FORMAT_BYTES) {
      throw unknown(failures);
    }
    String text = new String(Files.readAllBytes(format), StandardCharsets.ISO_8859_1).strip();
    if (!text.startsWith(FORMAT)) {
      throw unknown(failures);
    }
    int version;
    try {
      version = Integer.parseInt(text.substring(FORMAT.length()));
    } catch (NumberFormatException e) {
      throw failures.corrupt(e);
    }
    if (version < OLDEST) {
      throw failures.tooOld();
    }
    if (version > VERSION) {
      throw failures.tooNew(new IOException("format " + version + ", known is " + VERSION));
    }
    return version;
  }

  private static StoreException unknown(Failures failures) {
    return failures.corrupt(
        new IOException("the file " + FORMAT_FILE + " does not name a format of Clew"));
  }
}
