// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.DirectMonotonicReader;

/** Reads what {@link HashOutput} wrote, from wherever it stands. Not thread-safe. */
final class HashCursor {
  private final HashLayout layout;
  private final String file;
  private final RandomAccessInput bits;
  private final LongValues directory;
  private final int blockBits;
  private long bucket = -1;
  private long position;
  private long end;
  private long previous;
  private int hash;
  private int count;
  private boolean unread;

  HashCursor(HashLayout layout, IndexInput data) throws IOException {
    this.layout = layout;
    this.file = data.toString();
    this.bits =
        data.randomAccessSlice(layout.hashesFrom(), layout.directoryFrom() - layout.hashesFrom());
    this.directory =
        DirectMonotonicReader.getInstance(
            layout.directory(),
            data.randomAccessSlice(
                layout.directoryFrom(), layout.blocksFrom() - layout.directoryFrom()));
    this.blockBits = HashLayout.blockBits(layout.blocks());
  }

  /** Goes to a hash; false when it is not there. */
  boolean seek(int wanted) throws IOException {
    long value = wanted & 0xFFFF_FFFFL;
    enter(value >>> (Integer.SIZE - layout.bucketBits()));
    while (nextInBucket()) {
      int order = Integer.compareUnsigned(hash, wanted);
      if (order >= 0) {
        return order == 0;
      }
    }
    return false;
  }

  /** Goes to the next hash, to the first one at first; false at the end. */
  boolean next() throws IOException {
    while (!nextInBucket()) {
      if (bucket + 1 >= 1L << layout.bucketBits()) {
        return false;
      }
      enter(bucket + 1);
    }
    return true;
  }

  /** The hash it stands at. */
  int hash() {
    return hash;
  }

  /** How many blocks the hash has. */
  int count() {
    return count;
  }

  /** The blocks of the hash, ascending, once; in {@code room} or in something larger. */
  int[] blocks(int[] room) throws IOException {
    unread = false;
    int[] blocks = ArrayUtil.growNoCopy(room, count);
    if (count == 1) {
      blocks[0] = checked(read(blockBits));
      return blocks;
    }
    if (count >= HashLayout.SKIPPABLE) {
      gamma();
    }
    int gapBits = HashLayout.gapBits(layout.blocks(), count);
    long last = -1;
    for (int i = 0; i < count; i++) {
      last += 1 + rice(gapBits);
      blocks[i] = checked(last);
    }
    return blocks;
  }

  private void enter(long next) {
    bucket = next;
    position = directory.get(next);
    end = directory.get(next + 1);
    previous = -1;
    unread = false;
  }

  private boolean nextInBucket() throws IOException {
    if (unread) {
      skipBlocks();
    }
    if (position >= end) {
      return false;
    }
    previous += 1 + rice(layout.stepBits());
    hash = (int) ((bucket << (Integer.SIZE - layout.bucketBits())) | previous);
    long blocks = gamma();
    if (blocks > layout.blocks()) {
      throw new CorruptIndexException("a hash has " + blocks + " blocks", file);
    }
    count = (int) blocks;
    unread = true;
    return true;
  }

  private void skipBlocks() throws IOException {
    unread = false;
    if (count == 1) {
      position += blockBits;
    } else if (count >= HashLayout.SKIPPABLE) {
      long length = gamma();
      position += length;
    } else {
      int gapBits = HashLayout.gapBits(layout.blocks(), count);
      for (int i = 0; i < count; i++) {
        unary();
        position += gapBits;
      }
    }
  }

  private int checked(long block) throws CorruptIndexException {
    if (block >= layout.blocks()) {
      throw new CorruptIndexException("there is no block " + block, file);
    }
    return (int) block;
  }

  private long gamma() throws IOException {
    int low = (int) Math.min(unary(), Integer.SIZE - 1);
    return (1L << low) | read(low);
  }

  private long rice(int low) throws IOException {
    long high = unary();
    return (high << low) | read(low);
  }

  /** At most 32 bits: eight bytes hold at least 57 from any bit on. */
  private long read(int size) throws IOException {
    long word = bits.readLong(position >>> 3) >>> (position & 7);
    position += size;
    return word & ((1L << size) - 1);
  }

  private long unary() throws IOException {
    long ones = 0;
    while (true) {
      int offset = (int) (position & 7);
      int valid = Long.SIZE - offset;
      int run = Long.numberOfTrailingZeros(~(bits.readLong(position >>> 3) >>> offset));
      if (run < valid) {
        position += run + 1;
        return ones + run;
      }
      ones += valid;
      position += valid;
    }
  }
}
