// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compressed files and archives that were read to their end, known by their size, their first and
 * their last bytes: under whatever name one turns up again, there is nothing new in it.
 * Thread-safe.
 */
public final class Containers {
  private static final String NAME = "packed:";
  private static final int EDGE = 1 << 16;

  private final Map<String, String> read = new ConcurrentHashMap<>();

  /** Those that a store keeps. */
  public Containers(Map<String, String> stored) {
    stored.forEach(
        (name, found) -> {
          if (name.startsWith(NAME)) {
            read.put(name, found);
          }
        });
  }

  /** The name of a container under which a store keeps that it was read. */
  public static String name(SeekableByteChannel file) throws IOException {
    long size = file.size();
    byte[] edges = new byte[(int) Math.min(size, 2L * EDGE)];
    int first = Math.min(edges.length, EDGE);
    int length = fill(file, 0, edges, 0, first);
    length += fill(file, size - (edges.length - first), edges, first, edges.length);
    return NAME + size + "-" + Fingerprint.of(Arrays.copyOf(edges, length)).hash();
  }

  private static int fill(SeekableByteChannel file, long at, byte[] bytes, int from, int to)
      throws IOException {
    ByteBuffer part = ByteBuffer.wrap(bytes, from, to - from);
    file.position(at);
    while (part.hasRemaining() && file.read(part) >= 0) {
      // until all are there, or no more
    }
    return part.position() - from;
  }

  /** What was found in the container of that name; empty when it was not read to its end. */
  public Optional<String> found(String name) {
    return Optional.ofNullable(read.get(name));
  }

  /** The container of that name was read to its end. */
  public void read(String name, String found) {
    read.put(name, found);
  }
}
