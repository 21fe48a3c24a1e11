// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;

/** The pairs of a segment that is merged into another. */
final class SegmentPairs extends PairStream {
  private final HashCursor cursor;
  private int[] blocks = new int[16];
  private int count;
  private int at;

  SegmentPairs(int base, Fingerprints part) throws IOException {
    super(base);
    cursor = part.walk();
  }

  @Override
  protected boolean advance() throws IOException {
    at++;
    if (at >= count) {
      if (!cursor.next()) {
        return false;
      }
      count = cursor.count();
      blocks = cursor.blocks(blocks);
      at = 0;
    }
    return true;
  }

  @Override
  protected long read() {
    return pair(cursor.hash(), blocks[at]);
  }
}
