// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.util.ArrayUtil;

/** Gathers the pairs of one hash, which come one after the other, and leaves out doubles. */
final class BlockList {
  private int[] blocks = new int[16];
  private int count;
  private int hash;

  /** Takes the next pair; hands the blocks of the hash before it on when that was another one. */
  void add(long pair, HashOutput output) throws IOException {
    int block = PairStream.block(pair);
    if (count > 0) {
      if (PairStream.hash(pair) != hash) {
        flush(output);
      } else if (blocks[count - 1] == block) {
        return;
      }
    }
    hash = PairStream.hash(pair);
    blocks = ArrayUtil.grow(blocks, count + 1);
    blocks[count++] = block;
  }

  /** Hands the blocks of the last hash on. */
  void flush(HashOutput output) throws IOException {
    if (count > 0) {
      output.add(hash, blocks, count);
      count = 0;
    }
  }
}
