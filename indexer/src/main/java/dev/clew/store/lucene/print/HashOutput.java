// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.packed.DirectMonotonicWriter;
import org.apache.lucene.util.packed.PackedInts;
import org.apache.lucene.util.packed.PackedLongValues;

/**
 * Writes ascending hashes, each with its blocks, as bits. The upper bits of a hash choose a bucket;
 * within a bucket the steps from hash to hash are in a Rice code (Rice and Plaunt 1971), the
 * numbers of blocks in an Elias gamma code (Elias 1975). A directory holds the bit at which each
 * bucket starts: hashes are spread evenly, so that a look-up reads about twenty hashes whatever the
 * size of the segment.
 */
final class HashOutput {
  private static final int HASHES_PER_BUCKET = 32;
  private static final int MAX_BUCKET_BITS = 24;

  private final IndexOutput output;
  private final BitOutput bits;
  private final int blocks;
  private final int bucketBits;
  private final int stepBits;
  private final PackedLongValues.Builder starts =
      PackedLongValues.monotonicBuilder(PackedInts.COMPACT);
  private final long from;
  private long bucket = -1;
  private long previous;
  private long hashes;
  private long pairs;

  /**
   * Starts at the end of {@code output}; {@code expected} is about how many hashes there will be:
   * it decides on the size of the code, not on what can be written.
   */
  HashOutput(IndexOutput output, long expected, int blocks) {
    this.output = output;
    this.bits = new BitOutput(output);
    this.blocks = blocks;
    this.from = output.getFilePointer();
    long buckets = Math.max(1, expected / HASHES_PER_BUCKET);
    bucketBits = Math.min(MAX_BUCKET_BITS, Long.SIZE - Long.numberOfLeadingZeros(buckets - 1));
    // the best parameter for steps of mean m is about log2(m * ln 2)
    long meanStep = Math.max(1, (long) ((1L << 32) * Math.log(2) / Math.max(1, expected)));
    stepBits =
        Math.min(Long.SIZE - 1 - Long.numberOfLeadingZeros(meanStep), Integer.SIZE - bucketBits);
  }

  /** Writes a hash, greater than the last (unsigned), with its ascending blocks. */
  void add(int hash, int[] itsBlocks, int count) throws IOException {
    long value = hash & 0xFFFF_FFFFL;
    openBucket(value >>> (Integer.SIZE - bucketBits));
    long low = value & HashLayout.lowMask(bucketBits);
    bits.rice(low - previous - 1, stepBits);
    previous = low;
    hashes++;
    pairs += count;
    bits.gamma(count);
    if (count == 1) {
      bits.write(itsBlocks[0], HashLayout.blockBits(blocks));
      return;
    }
    int gapBits = HashLayout.gapBits(blocks, count);
    if (count >= HashLayout.SKIPPABLE) {
      bits.gamma(gapsLength(itsBlocks, count, gapBits));
    }
    int last = -1;
    for (int i = 0; i < count; i++) {
      bits.rice(itsBlocks[i] - last - 1, gapBits);
      last = itsBlocks[i];
    }
  }

  /** Ends the hashes, writes the directory behind them, and to {@code meta} where they are. */
  void finish(IndexOutput meta) throws IOException {
    openBucket(1L << bucketBits);
    bits.finish();
    meta.writeVLong(hashes);
    meta.writeVLong(pairs);
    meta.writeByte((byte) bucketBits);
    meta.writeByte((byte) stepBits);
    meta.writeVLong(from);
    meta.writeVLong(output.getFilePointer());
    PackedLongValues positions = starts.build();
    DirectMonotonicWriter directory =
        DirectMonotonicWriter.getInstance(
            meta, output, positions.size(), HashLayout.DIRECTORY_SHIFT);
    PackedLongValues.Iterator each = positions.iterator();
    while (each.hasNext()) {
      directory.add(each.next());
    }
    directory.finish();
  }

  private void openBucket(long next) {
    while (bucket < next) {
      starts.add(bits.position());
      bucket++;
      previous = -1;
    }
  }

  private static long gapsLength(int[] itsBlocks, int count, int gapBits) {
    long length = 0;
    int last = -1;
    for (int i = 0; i < count; i++) {
      length += ((itsBlocks[i] - last - 1) >>> gapBits) + 1 + gapBits;
      last = itsBlocks[i];
    }
    return length;
  }
}
