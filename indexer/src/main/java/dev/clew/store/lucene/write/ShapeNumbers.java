// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.util.Arrays;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the shapes of the documents that a writer holds in memory: Lucene hashes and compares
 * the value of each document, and a shape is hundreds of bytes long. {@link ShapeColumn} puts the
 * shapes in the place of their numbers when the segment is written. Not thread-safe.
 */
final class ShapeNumbers {
  /** No number. */
  static final int NONE = -1;

  private @Nullable Entry[] table = new Entry[1 << 10];
  private byte[][] shapes = new byte[1 << 9][];
  private int size;

  private record Entry(long hash, byte[] shape, int number) {}

  /** Forgets all: no document in memory has a shape. */
  void clear() {
    Arrays.fill(table, null);
    Arrays.fill(shapes, 0, size, null);
    size = 0;
  }

  /** The number of a shape with that hash; {@link #NONE} while it has none. */
  int find(byte[] shape, long hash) {
    Entry entry = table[slot(shape, hash)];
    return entry == null ? NONE : entry.number;
  }

  /**
   * The number of a shape; equal for equal shapes.
   *
   * @param shape never to be changed
   * @param hash of its bytes
   */
  int of(byte[] shape, long hash) {
    int slot = slot(shape, hash);
    Entry entry = table[slot];
    if (entry != null) {
      return entry.number;
    }
    int number = size;
    table[slot] = new Entry(hash, shape, number);
    if (size == shapes.length) {
      shapes = Arrays.copyOf(shapes, 2 * size);
    }
    shapes[size++] = shape;
    if (2 * size > table.length) {
      grow();
    }
    return number;
  }

  /** Where the shape is in the table, or where it belongs. */
  private int slot(byte[] shape, long hash) {
    int mask = table.length - 1;
    int at = (int) hash & mask;
    Entry entry = table[at];
    while (entry != null && !(entry.hash == hash && Arrays.equals(entry.shape, shape))) {
      at = (at + 1) & mask;
      entry = table[at];
    }
    return at;
  }

  /** Writes {@code number} as it stands in a document. */
  static void write(int number, BytesRef value) {
    BitUtil.VH_LE_INT.set(value.bytes, value.offset, number);
    value.length = Integer.BYTES;
  }

  /** The shape that stands in a document as {@code value}. */
  byte[] shape(BytesRef value) {
    return shapes[(int) BitUtil.VH_LE_INT.get(value.bytes, value.offset)];
  }

  private void grow() {
    Entry[] larger = new Entry[2 * table.length];
    int mask = larger.length - 1;
    for (Entry entry : table) {
      if (entry != null) {
        int at = (int) entry.hash & mask;
        while (larger[at] != null) {
          at = (at + 1) & mask;
        }
        larger[at] = entry;
      }
    }
    table = larger;
  }
}
