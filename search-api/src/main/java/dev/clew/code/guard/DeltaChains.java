// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chains of deltas of one pack by their headers alone, and refuses one that would take
 * too much to unfold: a few bytes of a pack can stand for gigabytes, or for a chain without end.
 * The format is that of Git's documentation, gitformat-pack. For one thread.
 */
final class DeltaChains implements AutoCloseable {
  /** Git's own limit of pack.depth. */
  static final int MAX_STEPS = 4_095;

  /** Most bytes of one object on the way, 256 MiB. */
  static final long MAX_RESULT = 256L << 20;

  /** Most bytes of all objects on the way together, 1 GiB. */
  static final long MAX_BYTES = 1L << 30;

  /** Enough for the headers of an object and for the beginning of what it holds, in bytes. */
  private static final int WINDOW = 1_024;

  private final Path pack;
  private final PackIndex index;
  private final KnownChains known;
  private final String name;
  private final byte[] window = new byte[WINDOW];
  private @Nullable FileChannel channel;

  DeltaChains(Path pack, PackIndex index, KnownChains known) {
    this.pack = pack;
    this.index = index;
    this.known = known;
    this.name = pack.toString();
  }

  /**
   * An object of the pack, as far as its headers tell.
   *
   * @param base where the object begins that it changes; -1 for a whole object
   * @param bytes that it takes to unfold this step alone
   */
  private record Step(long offset, long base, long bytes) {}

  /**
   * Follows the chain of an object.
   *
   * @throws IOException when it is longer or larger than the limits
   */
  void check(AnyObjectId id, long offset) throws IOException {
    List<Step> steps = new ArrayList<>();
    KnownChains.Chain rest = null;
    for (long at = offset; at >= 0 && rest == null; ) {
      rest = known.get(name, at);
      if (rest == null) {
        Step step = read(id, at);
        steps.add(step);
        at = step.base;
        limit(id, steps.size() <= MAX_STEPS, "more than " + MAX_STEPS + " deltas");
      }
    }
    int count = rest == null ? 0 : rest.steps();
    long bytes = rest == null ? 0 : rest.bytes();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      count++;
      bytes += step.bytes;
      limit(id, count <= MAX_STEPS, "more than " + MAX_STEPS + " deltas");
      limit(
          id,
          (step.base < 0 && count == 1) || (step.bytes <= MAX_RESULT && bytes <= MAX_BYTES),
          "more than " + ((step.bytes > MAX_RESULT ? MAX_RESULT : MAX_BYTES) >> 20) + " MiB");
      known.put(new KnownChains.Chain(name, step.offset, count, bytes));
    }
  }

  private void limit(AnyObjectId id, boolean within, String what) throws IOException {
    if (!within) {
      throw new IOException(
          "object %s of %s unfolds through %s; it is not read"
              .formatted(id.name(), pack.getFileName(), what));
    }
  }

  private Step read(AnyObjectId id, long offset) throws IOException {
    ByteBuffer in = at(offset);
    try {
      int first = in.get() & 0xff;
      int type = (first >> 4) & 7;
      long size = first & 0xf;
      if ((first & 0x80) != 0) {
        size |= number(in) << 4;
      }
      return switch (type) {
        case Constants.OBJ_OFS_DELTA -> {
          long back = back(in);
          yield delta(id, offset, back <= 0 || back >= offset ? 0 : offset - back, size, in);
        }
        case Constants.OBJ_REF_DELTA -> {
          byte[] base = new byte[Constants.OBJECT_ID_LENGTH];
          in.get(base);
          yield delta(id, offset, index.findOffset(ObjectId.fromRaw(base)), size, in);
        }
        default -> new Step(offset, -1, Math.max(0, size));
      };
    } catch (java.nio.BufferUnderflowException | DataFormatException e) {
      throw damaged(id, e);
    }
  }

  private Step delta(AnyObjectId id, long offset, long base, long size, ByteBuffer in)
      throws DataFormatException, IOException {
    if (base <= 0) {
      throw damaged(id, null);
    }
    byte[] begin = new byte[20];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in);
      ByteBuffer sizes = ByteBuffer.wrap(begin, 0, inflater.inflate(begin));
      long before = number(sizes);
      long after = number(sizes);
      long all = size < 0 || before < 0 || after < 0 ? Long.MAX_VALUE : Math.max(size, after);
      return new Step(offset, base, Math.min(all, MAX_BYTES + 1));
    } finally {
      inflater.end();
    }
  }

  private IOException damaged(AnyObjectId id, @Nullable Exception cause) {
    return new IOException(
        "object %s of %s is damaged: its delta cannot be followed"
            .formatted(id.name(), pack.getFileName()),
        cause);
  }

  /** Seven bits a byte, the lowest first; negative when it has more than 60 bits. */
  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.get() & 0xff;
      if (shift > 53) {
        return -1;
      }
      value |= (long) (next & 0x7f) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
  }

  /** How far back the base of a delta lies; negative when that is no number. */
  private static long back(ByteBuffer in) {
    int next = in.get() & 0xff;
    long value = next & 0x7f;
    while ((next & 0x80) != 0) {
      next = in.get() & 0xff;
      if (value > Long.MAX_VALUE >> 9) {
        return -1;
      }
      value = ((value + 1) << 7) | (next & 0x7f);
    }
    return value;
  }

  private ByteBuffer at(long offset) throws IOException {
    if (channel == null) {
      channel = FileChannel.open(pack, StandardOpenOption.READ);
    }
    ByteBuffer buffer = ByteBuffer.wrap(window);
    long at = offset;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        break;
      }
      at += read;
    }
    return buffer.flip();
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
        channel = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
