// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Keeps fields of hashes as fingerprints. Lucene finds it by name through {@link
 * java.util.ServiceLoader}; the name is part of every index.
 *
 * <p>A segment has two files: {@code fpm} says where things are, {@code fpd} holds the hashes, the
 * directory of their buckets and the table of blocks. Both carry a checksum.
 */
public final class FingerprintsFormat extends DocValuesFormat {
  static final String META_CODEC = "ClewFingerprintsMeta";
  static final String DATA_CODEC = "ClewFingerprints";
  static final String META_EXTENSION = "fpm";
  static final String DATA_EXTENSION = "fpd";
  static final int VERSION = 1;

  /** Where the fields of the meta file end. */
  static final int NO_FIELD = -1;

  private final int pairsInMemory;

  /** For {@link java.util.ServiceLoader}. */
  public FingerprintsFormat() {
    this(PairBuffer.PAIRS_IN_MEMORY);
  }

  FingerprintsFormat(int pairsInMemory) {
    super("ClewFingerprints1");
    this.pairsInMemory = pairsInMemory;
  }

  @Override
  public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new FingerprintsConsumer(state, pairsInMemory);
  }

  @Override
  public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
    return new FingerprintsProducer(state);
  }
}
