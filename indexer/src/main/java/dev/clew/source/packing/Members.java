// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The files in an archive, one after the other. Folders, links and devices are left out. */
public interface Members extends Closeable {

  /**
   * The next file; null after the last.
   *
   * @throws LimitException when the archive exceeds a limit
   * @throws IOException when it is damaged
   */
  @Nullable Member next() throws IOException;

  /**
   * The files in a tar archive, and in those that follow it in the same stream.
   *
   * @param disk how many bytes of the file on disk were read
   */
  static Members ofTar(BufferedInputStream in, Limits limits, LongSupplier disk) {
    return new TarMembers(in, limits, disk);
  }

  /**
   * The files in a zip archive, read from its front to its back: the directory at its end, which
   * may say something else, is not believed, and no byte is unpacked twice.
   *
   * @param disk how many bytes of the file on disk were read
   */
  static Members ofZip(InputStream in, Limits limits, LongSupplier disk) {
    return new ZipMembers(in, limits, disk);
  }

  /** The files in a 7-Zip archive. */
  static Members ofSevenZip(SeekableByteChannel file, Limits limits) throws IOException {
    return new SevenZipMembers(file, limits);
  }

  /** Reads {@code in} to its end. */
  static void drain(InputStream in) throws IOException {
    byte[] sink = new byte[1 << 13];
    int read;
    do {
      read = in.read(sink, 0, sink.length);
    } while (read >= 0);
  }
}
