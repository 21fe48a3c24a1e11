// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A rollup as bytes: all that is in it, number after number, in one zstd frame, so that reading it
 * takes no step per entry.
 *
 * <pre>
 * rollup = vint(stretches) vint(kinds) vint(entries) vint(length) zstd(
 *            int(document)* int(documents) long(minute)* int(start)* int(place)*
 *            char(count)* char(first)* char(last)* )
 * </pre>
 */
final class RollupBytes {
  private static final int LEVEL = 1;
  private static final int STRETCH_BYTES = Integer.BYTES + Long.BYTES;
  private static final int ENTRY_BYTES = Integer.BYTES + 3 * Character.BYTES;

  private RollupBytes() {}

  static void write(Rollup rollup, IndexOutput output) throws IOException {
    Stretches stretches = rollup.stretches();
    int entries = rollup.places().length;
    byte[] bytes = new byte[size(stretches.size(), rollup.kinds(), entries)];
    ByteBuffer plain = buffer(bytes);
    for (int i = 0; i <= stretches.size(); i++) {
      plain.putInt(stretches.document(i));
    }
    for (int i = 0; i < stretches.size(); i++) {
      plain.putLong(stretches.minute(i));
    }
    putInts(plain, rollup.starts());
    putInts(plain, rollup.places());
    putChars(plain, rollup.counts());
    putChars(plain, rollup.firsts());
    putChars(plain, rollup.lasts());
    byte[] packed = Zstd.compress(bytes, LEVEL);
    output.writeVInt(stretches.size());
    output.writeVInt(rollup.kinds());
    output.writeVInt(entries);
    output.writeVInt(packed.length);
    output.writeBytes(packed, packed.length);
  }

  static Rollup read(IndexInput input) throws IOException {
    int size = input.readVInt();
    int kinds = input.readVInt();
    int entries = input.readVInt();
    int length = input.readVInt();
    if (size < 0 || kinds < 0 || entries < 0 || length < 0 || length > input.length()) {
      throw new CorruptIndexException("a rollup of impossible size", input);
    }
    byte[] packed = new byte[length];
    input.readBytes(packed, 0, length);
    ByteBuffer plain = buffer(unpack(packed, size(size, kinds, entries), input));
    int[] documents = ints(plain, size + 1);
    long[] minutes = new long[size];
    plain.asLongBuffer().get(minutes);
    plain.position(plain.position() + size * Long.BYTES);
    return new Rollup(
        new Stretches(documents, minutes),
        ints(plain, kinds + 1),
        ints(plain, entries),
        chars(plain, entries),
        chars(plain, entries),
        chars(plain, entries));
  }

  private static byte[] unpack(byte[] packed, int size, IndexInput input) throws IOException {
    byte[] plain = new byte[size];
    try {
      long written = Zstd.decompressByteArray(plain, 0, size, packed, 0, packed.length);
      if (written != size) {
        throw new CorruptIndexException(
            "a rollup of " + written + " bytes instead of " + size, input);
      }
      return plain;
    } catch (ZstdException e) {
      throw new CorruptIndexException("a damaged rollup", input, e);
    }
  }

  private static int size(int stretches, int kinds, int entries) {
    return Math.toIntExact(
        (long) STRETCH_BYTES * stretches
            + (long) ENTRY_BYTES * entries
            + (long) Integer.BYTES * (kinds + 2));
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void putInts(ByteBuffer plain, int[] numbers) {
    plain.asIntBuffer().put(numbers);
    plain.position(plain.position() + numbers.length * Integer.BYTES);
  }

  private static void putChars(ByteBuffer plain, char[] numbers) {
    plain.asCharBuffer().put(numbers);
    plain.position(plain.position() + numbers.length * Character.BYTES);
  }

  private static int[] ints(ByteBuffer plain, int count) {
    int[] numbers = new int[count];
    plain.asIntBuffer().get(numbers);
    plain.position(plain.position() + count * Integer.BYTES);
    return numbers;
  }

  private static char[] chars(ByteBuffer plain, int count) {
    char[] numbers = new char[count];
    plain.asCharBuffer().get(numbers);
    plain.position(plain.position() + count * Character.BYTES);
    return numbers;
  }
}
