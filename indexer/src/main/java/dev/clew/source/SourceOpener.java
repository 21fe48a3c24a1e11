// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Opens a file, peels compression off it and walks archives, all by streaming: nothing is unpacked
 * to disk. Two layers of compression and one archive inside are followed; deeper ones are a
 * problem, not a source.
 */
public final class SourceOpener {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_LAYERS = 3;

  private final Limits limits;
  private final InputStream standardInput;

  /**
   * @param standardInput read for the file without a path; never closed
   */
  public SourceOpener(Limits limits, InputStream standardInput) {
    this.limits = limits;
    this.standardInput = standardInput;
  }

  /**
   * Shows every source of {@code file} to {@code visitor}. Whatever fails becomes a problem.
   *
   * @param progress told the number of bytes of the file on disk after each read of them
   */
  public void open(InputFile file, SourceVisitor visitor, LongConsumer progress) {
    try (InputStream in =
        file.path() == null ? new Unclosed(standardInput) : Files.newInputStream(file.path())) {
      CountingStream counting = new CountingStream(in, progress);
      new Opening(file, visitor, counting).layer(counting, "", 0);
    } catch (IOException e) {
      visitor.problem(new Problem(file.name(), "cannot be opened", "check its permissions"));
    }
  }

  private final class Opening {
    private final InputFile file;
    private final SourceVisitor visitor;
    private final CountingStream disk;

    Opening(InputFile file, SourceVisitor visitor, CountingStream disk) {
      this.file = file;
      this.visitor = visitor;
      this.disk = disk;
    }

    void layer(InputStream in, String member, int depth) {
      BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
      String name = member.isEmpty() ? file.name() : file.name() + "!" + member;
      try {
        Wrapping wrapping = peek(buffered);
        if (wrapping != Wrapping.NONE && depth >= MAX_LAYERS) {
          visitor.problem(new Problem(name, "is packed too deeply", "unpack it first"));
          return;
        }
        switch (wrapping) {
          case NONE ->
              visitor.source(
                  new Source(
                      Source.id(file.path(), member),
                      name,
                      file.path(),
                      file.modified(),
                      buffered));
          case GZIP -> layer(bounded(new GZIPInputStream(buffered, BUFFER)), member, depth + 1);
          case ZSTD -> layer(bounded(new ZstdInputStream(buffered)), member, depth + 1);
          case BZIP2 ->
              layer(bounded(new BZip2CompressorInputStream(buffered, true)), member, depth + 1);
          case TAR -> members(new TarArchiveInputStream(buffered), member, depth);
          case ZIP -> members(new ZipArchiveInputStream(buffered), member, depth);
          case XZ, SEVEN_ZIP ->
              visitor.problem(
                  new Problem(
                      name,
                      "is packed with " + (wrapping == Wrapping.XZ ? "xz" : "7-Zip"),
                      "unpack it, or pack it with gzip or zstd"));
        }
      } catch (IOException e) {
        visitor.problem(
            new Problem(name, "is damaged: " + e.getMessage(), "fetch or unpack it again"));
      }
    }

    private InputStream bounded(InputStream in) {
      return new BoundedStream(in, limits, disk::count);
    }

    private <E extends ArchiveEntry> void members(
        ArchiveInputStream<E> archive, String outer, int depth) throws IOException {
      int entries = 0;
      InputStream content = bounded(archive);
      for (E entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        if (++entries > limits.entries()) {
          throw new IOException("more than " + limits.entries() + " members");
        }
        String member = outer.isEmpty() ? label(entry) : outer + "!" + label(entry);
        if (isFile(entry) && !isHidden(entry.getName())) {
          if (archive.canReadEntryData(entry)) {
            layer(content, member, depth + 1);
          } else {
            visitor.problem(
                new Problem(
                    file.name() + "!" + member,
                    "is encrypted or packed in an unknown way",
                    "unpack the archive first"));
          }
        }
      }
    }
  }

  private static Wrapping peek(BufferedInputStream in) throws IOException {
    in.mark(Wrapping.HEAD);
    byte[] head = new byte[Wrapping.HEAD];
    int length = in.readNBytes(head, 0, head.length);
    in.reset();
    return Wrapping.of(head, length);
  }

  private static boolean isFile(ArchiveEntry entry) {
    return switch (entry) {
      case TarArchiveEntry tar -> tar.isFile() && !tar.isSymbolicLink() && !tar.isLink();
      case ZipArchiveEntry zip -> !zip.isDirectory() && !zip.isUnixSymlink();
      default -> !entry.isDirectory();
    };
  }

  private static boolean isHidden(String name) {
    for (String part : name.split("/")) {
      if (part.startsWith(".") && !part.equals(".") && !part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  /** The member's name as a label: control characters would spoil a terminal. */
  private static String label(ArchiveEntry entry) {
    String name = entry.getName();
    StringBuilder label = new StringBuilder(name.length());
    name.chars().map(c -> c < ' ' || c == 0x7f ? '?' : c).forEach(c -> label.append((char) c));
    return label.toString();
  }

  private static final class Unclosed extends java.io.FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() {
      // standard input belongs to the process
    }
  }
}
