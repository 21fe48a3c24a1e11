// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.PriorityQueue;

/**
 * What a new segment is made of: the blocks of all parts, in the documents of the new segment, and
 * a stream of pairs for each.
 */
final class SegmentParts implements Closeable {
  private final SegmentWriteState state;
  private final int pairsInMemory;
  private final Blocks blocks = new Blocks();
  private final List<PairStream> streams = new ArrayList<>();
  private final List<PairBuffer> buffers = new ArrayList<>();
  private long hashes;

  SegmentParts(SegmentWriteState state, int pairsInMemory) {
    this.state = state;
    this.pairsInMemory = pairsInMemory;
  }

  /** The blocks of all parts. */
  Blocks blocks() {
    return blocks;
  }

  /** About how many different hashes there are; not fewer than that. */
  long hashes() {
    return hashes;
  }

  /** Adds documents one by one; {@code places} says where they went, -1 for those deleted. */
  void addValues(BinaryDocValues values, IntUnaryOperator places) throws IOException {
    PairBuffer buffer =
        new PairBuffer(state.directory, state.segmentInfo.name, state.context, pairsInMemory);
    buffers.add(buffer);
    int base = blocks.size();
    BlockCutter cutter = new BlockCutter(blocks, buffer);
    for (int document = values.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = values.nextDoc()) {
      int place = places.applyAsInt(document);
      if (place >= 0) {
        cutter.add(place, values.binaryValue());
      }
    }
    streams.addAll(buffer.sorted(base));
    hashes += buffer.hashes();
  }

  /** Adds the blocks of another segment, as far as they still have documents. */
  void addFingerprints(Fingerprints part, IntUnaryOperator places) throws IOException {
    int base = blocks.size();
    int first = 0;
    for (int block = 0; block < part.blocks(); block++) {
      // blocks ascend by their first documents: what is deleted before one is so before the next
      first = Math.max(first, part.first(block));
      int last = part.last(block);
      while (first <= last && places.applyAsInt(first) < 0) {
        first++;
      }
      while (last > first && places.applyAsInt(last) < 0) {
        last--;
      }
      if (first > last) {
        blocks.addGone();
      } else {
        // documents of a segment keep their order, so the first stays the first
        blocks.add(places.applyAsInt(first), places.applyAsInt(last), part.hashesOf(block));
      }
    }
    streams.add(new SegmentPairs(base, part));
    hashes += part.hashes();
  }

  /** Sends all pairs to {@code output}, blocks numbered as in {@code places}. */
  void write(int[] places, HashOutput output) throws IOException {
    PriorityQueue<PairStream> queue = new SmallestFirst(streams.size());
    for (PairStream stream : streams) {
      stream.arranged(places);
      if (stream.next()) {
        queue.add(stream);
      }
    }
    BlockList list = new BlockList();
    while (queue.size() > 0) {
      PairStream top = queue.top();
      list.add(top.pair(), output);
      if (top.next()) {
        queue.updateTop();
      } else {
        queue.pop();
      }
    }
    list.flush(output);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(buffers);
  }

  private static final class SmallestFirst extends PriorityQueue<PairStream> {
    SmallestFirst(int size) {
      super(size);
    }

    @Override
    protected boolean lessThan(PairStream one, PairStream other) {
      return Long.compareUnsigned(one.pair(), other.pair()) < 0;
    }
  }
}
