// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.BackupSummary;
import dev.clew.store.lucene.part.CommittedFiles;
import dev.clew.store.lucene.part.Failures;
import dev.clew.store.lucene.part.StoreFolder;
import dev.clew.store.manifest.AtomicFile;
import dev.clew.store.manifest.DamagedManifestException;
import dev.clew.store.manifest.FileList;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.ManifestFile;
import dev.clew.store.manifest.PartitionEntry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/**
 * Copies what the manifest of a folder names to another place, and back. The files get a second
 * name first (a hard link), so that a server may go on with its work while they are copied.
 */
final class Backup {
  private static final String STAGING = "backup.tmp";
  private static final String LOCK = "backup.lock";
  private static final String ZIP = ".zip";
  private static final int TRIES = 100;

  private final Path data;
  private final Failures failures;

  Backup(Path data, Failures failures) {
    this.data = data;
    this.failures = failures;
  }

  /**
   * Copies the store to {@code target}, a new folder or a file that ends with {@code .zip}.
   *
   * @param journals names of files of lines besides, which only grow: their whole lines go along
   * @param beside adds what else goes along
   */
  BackupSummary to(Path target, List<String> journals, LuceneLogStores.Beside beside)
      throws IOException {
    CommittedFiles files = new CommittedFiles(data, failures);
    if (isFilled(target)) {
      throw new Failures(target).notEmpty();
    }
    Path staging = data.resolve(STAGING);
    try (Directory directory = FSDirectory.open(data);
        Lock lock = directory.obtainLock(LOCK)) {
      lock.ensureValid();
      try {
        Manifest manifest = pin(files, staging);
        for (String journal : journals) {
          copyLines(data.resolve(journal), staging.resolve(journal));
        }
        beside.into(staging);
        return in(target, true, root -> copy(manifest, staging, root));
      } finally {
        IOUtils.rm(staging);
      }
    }
  }

  /** Copies the backup {@code source} to this folder, which must be empty. */
  BackupSummary from(Path source) throws IOException {
    if (isFilled(data)) {
      throw failures.notEmpty();
    }
    try {
      return in(source, false, this::restore);
    } catch (DamagedManifestException e) {
      throw new Failures(source).noBackup(e);
    }
  }

  private interface Copying {
    BackupSummary run(Path root) throws IOException;
  }

  private static BackupSummary in(Path place, boolean create, Copying copying) throws IOException {
    if (!place.toString().endsWith(ZIP)) {
      if (create) {
        Files.createDirectories(place);
      }
      return copying.run(place);
    }
    URI zip = URI.create("jar:" + place.toAbsolutePath().toUri());
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "" + create))) {
      return copying.run(inside.getPath("/"));
    }
  }

  private static boolean isFilled(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return Files.exists(target);
    }
    try (Stream<Path> inside = Files.list(target)) {
      return inside.findAny().isPresent();
    }
  }

  /** Gives the files that count now a second name; what the manifest said of them. */
  private Manifest pin(CommittedFiles files, Path staging) throws IOException {
    for (int i = 0; ; i++) {
      IOUtils.rm(staging);
      Manifest manifest = files.manifest();
      try {
        for (PartitionEntry entry : manifest.partitions()) {
          for (String name : files.names(entry)) {
            Path pinned = staging.resolve(name);
            Files.createDirectories(pinned.getParent());
            link(data.resolve(name), pinned);
          }
        }
        Files.createDirectories(staging);
        new ManifestFile(staging).write(manifest);
        return manifest;
      } catch (NoSuchFileException | FileNotFoundException e) {
        if (i == TRIES || files.manifest().number() == manifest.number()) {
          throw e;
        }
      }
    }
  }

  private static void link(Path file, Path pinned) throws IOException {
    try {
      Files.createLink(pinned, file);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // not every file system knows second names
      Files.copy(file, pinned);
    }
  }

  /** A line that is being written now is not acknowledged yet, and is left out. */
  private static void copyLines(Path journal, Path copy) throws IOException {
    if (!Files.exists(journal)) {
      return;
    }
    Files.copy(journal, copy);
    try (FileChannel channel =
        FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long end = channel.size();
      while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
        end--;
      }
      channel.truncate(end);
    }
  }

  private BackupSummary copy(Manifest manifest, Path staging, Path root) throws IOException {
    FileList list = new FileList();
    list.add(data.resolve(StoreFolder.FORMAT_FILE), root, StoreFolder.FORMAT_FILE);
    for (Path file : below(staging)) {
      String path = staging.relativize(file).toString().replace('\\', '/');
      list.add(file, root, path);
    }
    list.write(root);
    return summary(manifest, list);
  }

  private BackupSummary restore(Path root) throws IOException {
    FileList list = FileList.read(root);
    boolean existed = Files.exists(data);
    Files.createDirectories(data);
    try {
      for (FileList.Entry entry : list.entries()) {
        // the file that makes the folder a store comes last
        if (!entry.path().equals(StoreFolder.FORMAT_FILE)) {
          restore(entry, root);
        }
      }
      for (FileList.Entry entry : list.entries()) {
        if (entry.path().equals(StoreFolder.FORMAT_FILE)) {
          restore(entry, root);
        }
      }
      AtomicFile.force(data);
      return summary(new CommittedFiles(data, failures).manifest(), list);
    } catch (Throwable e) {
      empty(existed);
      throw e;
    }
  }

  private void restore(FileList.Entry entry, Path root) throws IOException {
    FileList.restore(entry, root, data);
    Path file = data.resolve(entry.path());
    IOUtils.fsync(file, false);
    AtomicFile.force(file.toAbsolutePath().getParent());
  }

  private void empty(boolean existed) throws IOException {
    List<Path> rest = new ArrayList<>();
    try (Stream<Path> inside = Files.list(data)) {
      inside.forEach(rest::add);
    }
    IOUtils.rm(rest.toArray(Path[]::new));
    if (!existed) {
      Files.delete(data);
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static BackupSummary summary(Manifest manifest, FileList list) {
    long events = manifest.partitions().stream().mapToLong(PartitionEntry::events).sum();
    return new BackupSummary(
        manifest.number(),
        events,
        manifest.partitions().size(),
        list.entries().size(),
        list.bytes());
  }
}
