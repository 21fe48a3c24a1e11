// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/** The folder of a store: a file that names the format, and the index. */
final class StoreFolder {
  private static final String FORMAT_FILE = "format";
  private static final String INDEX_FOLDER = "index";
  private static final String FORMAT = "clew-store ";
  private static final int VERSION = 1;
  private static final int MAX_FORMAT_BYTES = 64;

  /** Stored events are checked block by block as they are read. */
  private static final String STORED_EVENTS_SUFFIX = ".fdt";

  private final Path folder;
  private final Failures failures;

  StoreFolder(Path folder, Failures failures) {
    this.folder = folder;
    this.failures = failures;
  }

  /** Makes sure that this version may touch the folder, and opens its index. */
  Directory open() throws IOException {
    Files.createDirectories(folder);
    Path format = folder.resolve(FORMAT_FILE);
    Path index = folder.resolve(INDEX_FOLDER);
    if (Files.exists(format)) {
      checkVersion(format);
    } else if (Files.exists(index)) {
      throw failures.corrupt(new IOException("the file " + FORMAT_FILE + " is missing"));
    } else {
      writeVersion(format);
    }
    return FSDirectory.open(index);
  }

  /** Reads all that is not checked on use, since a flipped bit would change answers silently. */
  static void checkSums(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
        if (!file.endsWith(STORED_EVENTS_SUFFIX)) {
          lock.ensureValid();
          try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
          }
        }
      }
    }
  }

  private void checkVersion(Path format) throws IOException {
    if (Files.size(format) > MAX_FORMAT_BYTES) {
      throw unknown();
    }
    String text = new String(Files.readAllBytes(format), StandardCharsets.ISO_8859_1).strip();
    if (!text.startsWith(FORMAT)) {
      throw unknown();
    }
    int version;
    try {
      version = Integer.parseInt(text.substring(FORMAT.length()));
    } catch (NumberFormatException e) {
      throw failures.corrupt(e);
    }
    if (version > VERSION) {
      throw failures.tooNew(new IOException("format " + version + ", known is " + VERSION));
    }
  }

  private StoreException unknown() {
    return failures.corrupt(
        new IOException("the file " + FORMAT_FILE + " does not name a format of Clew"));
  }

  private void writeVersion(Path format) throws IOException {
    Path draft = folder.resolve(FORMAT_FILE + ".new");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text =
          ByteBuffer.wrap((FORMAT + VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.move(draft, format, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(folder, true);
  }
}
