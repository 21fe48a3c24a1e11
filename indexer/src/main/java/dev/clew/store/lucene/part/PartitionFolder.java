// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.store.lucene.write.KeptCommits;
import dev.clew.store.lucene.write.NamedCommit;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The folder of a partition and the files in it. Opened when first needed. Thread-safe. */
final class PartitionFolder implements Closeable {
  /** Stored events are checked block by block as they are read. */
  private static final String STORED_EVENTS_SUFFIX = ".fdt";

  /**
   * Read as a stream, which takes a fifth of the time that mapped pages take; Lucene's own check
   * reads a kilobyte at a time, which takes long before it is compiled.
   */
  private static final int PIECE_BYTES = 1 << 16;

  private final Path path;
  private final Set<String> sound = new HashSet<>();
  private boolean doubtful;
  private @Nullable Directory directory;

  PartitionFolder(Path path) {
    this.path = path;
  }

  synchronized Directory directory() throws IOException {
    Directory open = directory;
    if (open == null) {
      open = FSDirectory.open(path);
      directory = open;
    }
    return open;
  }

  /** The commit of that generation. */
  NamedCommit commit(long generation) throws IOException {
    return new NamedCommit(directory(), generation);
  }

  /**
   * Reads all of a commit that is not checked on use and was not read before, since a flipped bit
   * would change answers silently.
   *
   * @throws org.apache.lucene.index.CorruptIndexException when a file is not what was written
   */
  synchronized void check(NamedCommit commit) throws IOException {
    for (String file : commit.getFileNames()) {
      if (!sound.contains(file) && (doubtful || !file.endsWith(STORED_EVENTS_SUFFIX))) {
        checkSum(file);
        sound.add(file);
      }
    }
    doubtful = false;
  }

  /** Makes the next {@link #check} read all files again. */
  synchronized void doubt() {
    sound.clear();
    doubtful = true;
  }

  /** Reads all of a commit, whatever was read before. */
  void checkAll(NamedCommit commit) throws IOException {
    for (String file : commit.getFileNames()) {
      checkSum(file);
    }
  }

  /** {@code files} were written by this process. */
  synchronized void trust(Collection<String> files) {
    sound.clear();
    sound.addAll(files);
  }

  /** Goes back to the commit of that generation, or to nothing: later commits are forgotten. */
  void backTo(long generation) throws IOException {
    Directory open = directory();
    String kept = generation == KeptCommits.NONE ? "" : NamedCommit.fileName(generation);
    for (String file : open.listAll()) {
      if (file.startsWith(IndexFileNames.SEGMENTS) && !file.equals(kept)) {
        open.deleteFile(file);
      }
    }
  }

  /** Deletes what does not belong to the commit of that generation. Nothing may be writing. */
  void sweep(long generation) throws IOException {
    backTo(generation);
    Directory open = directory();
    Set<String> kept = new HashSet<>(commit(generation).getFileNames());
    kept.add(IndexWriter.WRITE_LOCK_NAME);
    for (String file : open.listAll()) {
      if (!kept.contains(file)) {
        open.deleteFile(file);
      }
    }
  }

  /** Deletes the folder; whoever reads its files may finish. */
  void delete() throws IOException {
    close();
    if (Files.exists(path)) {
      IOUtils.rm(path);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    IOUtils.close(directory);
    directory = null;
  }

  private void checkSum(String file) throws IOException {
    try (IndexInput input = directory().openInput(file, IOContext.READONCE);
        InputStream bytes = Files.newInputStream(path.resolve(file))) {
      long written = CodecUtil.retrieveChecksum(input);
      CRC32 sum = new CRC32();
      byte[] piece = new byte[PIECE_BYTES];
      long left = input.length() - Long.BYTES;
      while (left > 0) {
        int length = bytes.read(piece, 0, (int) Math.min(left, PIECE_BYTES));
        if (length < 0) {
          throw new CorruptIndexException("the file ends too soon", input);
        }
        sum.update(piece, 0, length);
        left -= length;
      }
      if (sum.getValue() != written) {
        throw new CorruptIndexException(
            "the checksum is %08x, not %08x".formatted(sum.getValue(), written), input);
      }
    }
  }
}
