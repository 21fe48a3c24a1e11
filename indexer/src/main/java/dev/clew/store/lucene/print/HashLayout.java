// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.packed.DirectMonotonicReader;

/**
 * Where the fingerprints of one field of one segment lie in the data file. What {@link HashOutput}
 * and {@link FingerprintsConsumer} write to the meta file, in that order.
 *
 * @param documents how many documents the segment has
 * @param blocks how many blocks there are
 * @param anyBlocks how many of them hold documents that may hold any hash
 * @param width the number of documents of all blocks, those of overlapping blocks several times
 * @param hashes how many different hashes there are
 * @param pairs how many pairs of hash and block there are
 * @param bucketBits how many upper bits of a hash choose its bucket
 * @param stepBits the parameter of the Rice code of the steps from hash to hash
 * @param hashesFrom the first byte of the buckets
 * @param directoryFrom the first byte of the directory of the buckets
 * @param directory how the directory is read
 * @param blocksFrom the first byte of the table of blocks
 */
record HashLayout(
    int documents,
    int blocks,
    int anyBlocks,
    long width,
    long hashes,
    long pairs,
    int bucketBits,
    int stepBits,
    long hashesFrom,
    long directoryFrom,
    DirectMonotonicReader.Meta directory,
    long blocksFrom) {
  /** Bytes of a block in the table: first document, last document, different hashes. */
  static final int BLOCK_BYTES = 3 * Integer.BYTES;

  static final int DIRECTORY_SHIFT = 10;

  /** From this many blocks on, the list of blocks tells its length first. */
  static final int SKIPPABLE = 8;

  static HashLayout read(IndexInput meta) throws IOException {
    int documents = meta.readVInt();
    int blocks = meta.readVInt();
    int anyBlocks = meta.readVInt();
    long width = meta.readVLong();
    long hashes = meta.readVLong();
    long pairs = meta.readVLong();
    int bucketBits = meta.readByte();
    int stepBits = meta.readByte();
    long hashesFrom = meta.readVLong();
    long directoryFrom = meta.readVLong();
    DirectMonotonicReader.Meta directory =
        DirectMonotonicReader.loadMeta(meta, (1L << bucketBits) + 1, DIRECTORY_SHIFT);
    return new HashLayout(
        documents,
        blocks,
        anyBlocks,
        width,
        hashes,
        pairs,
        bucketBits,
        stepBits,
        hashesFrom,
        directoryFrom,
        directory,
        meta.readVLong());
  }

  /** The bits of a hash that do not choose its bucket. */
  static long lowMask(int bucketBits) {
    return (1L << (Integer.SIZE - bucketBits)) - 1;
  }

  /** How many bits the number of a block takes. */
  static int blockBits(int blocks) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(blocks - 1);
  }

  /** The parameter of the Rice code of the steps from block to block of a hash with several. */
  static int gapBits(int blocks, int count) {
    // the best parameter for steps of mean m is about log2(m * ln 2)
    long best = Math.max(1, blocks * 7L / 10 / count);
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(best);
  }
}
