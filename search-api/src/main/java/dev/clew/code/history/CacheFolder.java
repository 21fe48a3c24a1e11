// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** The folder in which the index of one repository lies, named after the repository's place. */
final class CacheFolder {
  /** Changes with what is kept or how; an index with another is made anew. */
  static final String SCHEMA = "2";

  static final String SCHEMA_KEY = "schema";

  /** A commit that the repository has, by which it is known again. */
  static final String WITNESS_KEY = "witness";

  /** The tips whose whole history was gone through; empty when some of it was not. */
  static final String TIPS_KEY = "tips";

  private final Path folder;

  private CacheFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of {@code repository} below {@code cache}; it is made when it is not there. */
  static CacheFolder of(Path cache, GitRepository repository) throws IOException {
    Path place = repository.path().toAbsolutePath().normalize();
    Path real = Files.exists(place) ? place.toRealPath() : place;
    Path folder = cache.resolve("history").resolve(hash(real.toString()));
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // messages and words of a repository are as private as the repository
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
    return new CacheFolder(folder);
  }

  Path path() {
    return folder;
  }

  FSDirectory directory() throws IOException {
    return FSDirectory.open(folder);
  }

  /**
   * The index as it was last committed; null when there is none that can be used. One that is
   * damaged, of another kind or of another repository is deleted first.
   */
  @Nullable DirectoryReader open(
      FSDirectory directory, GitRepository repository, Consumer<String> notes) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return null;
    }
    String why;
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
        why = stranger(reader.getIndexCommit().getUserData(), repository);
        if (why == null) {
          return reader;
        }
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
      reader.close();
    } catch (IOException | RuntimeException e) {
      why = "is damaged (" + e.getMessage() + ")";
    }
    notes.accept("the history index " + folder + " " + why + "; it is built anew");
    clear();
    return null;
  }

  private static @Nullable String stranger(Map<String, String> said, GitRepository repository) {
    String witness = said.getOrDefault(WITNESS_KEY, "");
    if (!SCHEMA.equals(said.get(SCHEMA_KEY))) {
      return "was written by another version";
    }
    return witness.isEmpty() || repository.contains(witness)
        ? null
        : "belongs to another repository that was at the same place";
  }

  /** Deletes what is in the folder, links not followed. */
  void clear() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
