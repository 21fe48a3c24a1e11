// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/** Cuts documents that come in order into blocks and writes down each block's hashes once. */
final class BlockCutter {
  /** As a value of one byte: the document may hold any hash. Any value of odd size is read so. */
  static final byte EVERYTHING = '*';

  private static final int NONE = -1;
  private static final int SLOTS = Blocks.MAX_HASHES * 2;

  private final Blocks blocks;
  private final int base;
  private final PairBuffer pairs;

  /** Open addressing; a slot is in use when its upper half is the round of the open block. */
  private final long[] seen = new long[SLOTS];

  private int round = 1;
  private int open = NONE;
  private int count;
  private int openAny = NONE;

  BlockCutter(Blocks blocks, PairBuffer pairs) {
    this.blocks = blocks;
    this.base = blocks.size();
    this.pairs = pairs;
  }

  /** Takes the hashes of a document; documents come ascending. */
  void add(int document, BytesRef value) throws IOException {
    if (value.length % Integer.BYTES != 0) {
      addAny(document);
      return;
    }
    int size = value.length / Integer.BYTES;
    if (size == 0) {
      return;
    }
    if (open == NONE
        || document - blocks.min(open) >= Blocks.MAX_WIDTH
        || size > Blocks.MAX_HASHES - count) {
      open = blocks.add(document, document, 0);
      count = 0;
      round++;
    }
    if (size > Blocks.MAX_HASHES) {
      addLarge(value, size);
    } else {
      addSmall(value);
    }
    blocks.extend(open, document, count);
  }

  private void addSmall(BytesRef value) throws IOException {
    int end = value.offset + value.length;
    for (int at = value.offset; at < end; at += Integer.BYTES) {
      int hash = (int) BitUtil.VH_LE_INT.get(value.bytes, at);
      if (isNew(hash)) {
        pairs.add(PairStream.pair(hash, open - base));
        count++;
      }
    }
  }

  /** A document that fills a block of its own, and more: all its hashes must share one block. */
  private void addLarge(BytesRef value, int size) throws IOException {
    int[] hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = (int) BitUtil.VH_LE_INT.get(value.bytes, value.offset + i * Integer.BYTES);
    }
    Arrays.sort(hashes);
    for (int i = 0; i < size; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        pairs.add(PairStream.pair(hashes[i], open - base));
      }
    }
    count = Blocks.MAX_HASHES;
  }

  private void addAny(int document) {
    if (openAny == NONE || document != blocks.max(openAny) + 1) {
      openAny = blocks.add(document, document, Blocks.ANY);
    }
    blocks.extend(openAny, document, Blocks.ANY);
  }

  private boolean isNew(int hash) {
    long entry = ((long) round << 32) | (hash & 0xFFFF_FFFFL);
    int slot = hash & (SLOTS - 1);
    while (seen[slot] >>> 32 == round) {
      if (seen[slot] == entry) {
        return false;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    seen[slot] = entry;
    return true;
  }
}
