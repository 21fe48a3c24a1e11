// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.term.Utf16;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * Numbers 0, 1, 2 … for different texts, in the order in which they were first seen; the texts are
 * kept as bytes in one array.
 */
final class TextIds {
  /** Bytes of memory of a text besides its own. */
  private static final int OVERHEAD = 2 * Integer.BYTES + 3 * Long.BYTES;

  private static final int FEWEST_SLOTS = 64;

  /** In front of a text that UTF-8 cannot hold; no UTF-8 starts like this. */
  private static final byte WIDE = (byte) 0xFF;

  private byte[] texts = new byte[256];
  private int[] ends = new int[16];
  private int[] hashes = new int[16];

  /** The hash of a text above its number and one, so that most looks end here; 0 when free. */
  private long[] slots = new long[FEWEST_SLOTS];

  private int size;

  int size() {
    return size;
  }

  /** Bytes of memory, about. */
  long bytes() {
    return start(size) + (long) OVERHEAD * size;
  }

  /** The number of a text. */
  int id(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Utf16.hasLoneSurrogate(text)) {
      byte[] units = Utf16.bytes(text);
      bytes = new byte[units.length + 1];
      bytes[0] = WIDE;
      System.arraycopy(units, 0, bytes, 1, units.length);
    }
    return id(bytes, 0, bytes.length);
  }

  /** The number of the text that has the number {@code id} there. */
  int id(TextIds other, int id) {
    int start = other.start(id);
    return id(other.hashes[id], other.texts, start, other.ends[id] - start);
  }

  /** The number of a text in UTF-8. */
  int id(byte[] bytes, int offset, int length) {
    return id(StringHelper.murmurhash3_x86_32(bytes, offset, length, 0), bytes, offset, length);
  }

  private int id(int hash, byte[] bytes, int offset, int length) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    long at = slots[slot];
    while (at != 0) {
      if ((int) (at >>> 32) == hash) {
        int id = (int) at - 1;
        if (Arrays.equals(texts, start(id), ends[id], bytes, offset, offset + length)) {
          return id;
        }
      }
      slot = (slot + 1) & mask;
      at = slots[slot];
    }
    return add(hash, bytes, offset, length);
  }

  private int add(int hash, byte[] bytes, int offset, int length) {
    int start = start(size);
    ends = ArrayUtil.grow(ends, size + 1);
    hashes = ArrayUtil.grow(hashes, size + 1);
    texts = ArrayUtil.grow(texts, Math.addExact(start, length));
    System.arraycopy(bytes, offset, texts, start, length);
    ends[size] = start + length;
    hashes[size] = hash;
    size++;
    if (2 * size > slots.length) {
      slots = new long[2 * slots.length];
      for (int id = 0; id < size; id++) {
        place(id);
      }
    } else {
      place(size - 1);
    }
    return size - 1;
  }

  private void place(int id) {
    int mask = slots.length - 1;
    int slot = hashes[id] & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hashes[id] << 32 | (id + 1);
  }

  /** The text of that number. */
  String text(int id) {
    int start = start(id);
    int length = ends[id] - start;
    return length > 0 && texts[start] == WIDE
        ? Utf16.text(texts, start + 1, length - 1)
        : new String(texts, start, length, StandardCharsets.UTF_8);
  }

  /** Forgets the other texts; those kept are numbered anew, in the same order. */
  void retain(FixedBitSet kept) {
    // as many are to be expected again, and a small table is a quick one
    int wanted = Math.max(FEWEST_SLOTS, Integer.highestOneBit(Math.max(1, size)) * 4);
    if (slots.length > wanted) {
      slots = new long[wanted];
    } else {
      Arrays.fill(slots, 0);
    }
    int count = 0;
    int end = 0;
    for (int id = 0; id < size; id++) {
      if (kept.get(id)) {
        int start = start(id);
        int length = ends[id] - start;
        System.arraycopy(texts, start, texts, end, length);
        end += length;
        hashes[count] = hashes[id];
        ends[count] = end;
        place(count++);
      }
    }
    size = count;
  }

  private int start(int id) {
    return id == 0 ? 0 : ends[id - 1];
  }
}
