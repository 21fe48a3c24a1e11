// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Takes one layer of compression off a stream. All members or frames of a file are read. */
public final class Decompression {
  private static final int MAX_WINDOW_LOG = 27;

  private Decompression() {}

  /**
   * The bytes packed in {@code in}. Closing the answer releases the decompressor and leaves {@code
   * in} open.
   *
   * @throws IllegalArgumentException if {@code wrapping} is not a compression
   */
  public static InputStream of(Wrapping wrapping, InputStream in, Limits limits)
      throws IOException {
    InputStream open = new Unclosed(in);
    InputStream unpacked =
        switch (wrapping) {
          case GZIP -> new GzipStream(open);
          case ZSTD -> zstd(open);
          case BZIP2 -> new BZip2CompressorInputStream(open, true);
          case XZ -> new XZInputStream(open, limits.memory() >> 10);
          case LZ4 -> new FramedLZ4CompressorInputStream(open, true);
          default -> throw new IllegalArgumentException(wrapping + " is not a compression");
        };
    return new FaultyStream(unpacked, wrapping == Wrapping.BZIP2);
  }

  private static InputStream zstd(InputStream in) throws IOException {
    ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(in);
    stream.setLongMax(MAX_WINDOW_LOG);
    return stream;
  }

  /** What went wrong, in words that say what to do about it. */
  public static IOException explained(IOException fault) {
    if (fault instanceof LimitException) {
      return fault;
    }
    String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    boolean memory =
        fault instanceof org.tukaani.xz.MemoryLimitException
            || fault instanceof org.apache.commons.compress.MemoryLimitException
            || message.contains("too much memory");
    if (memory) {
      LimitException limit = new LimitException("needs too much memory to be unpacked");
      limit.initCause(fault);
      return limit;
    }
    return message.contains("dictionary mismatch")
        ? new IOException("was packed with a dictionary of its own", fault)
        : fault;
  }
}
