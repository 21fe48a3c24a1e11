// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import java.io.IOException;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.lucene90.Lucene90DocValuesFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Keeps the columns of times and shapes as Lucene does, and beside them the rollup of the shapes,
 * in a file {@code rol} with a checksum. Lucene finds the format by name through {@link
 * java.util.ServiceLoader}; the name is part of every index.
 */
public final class RollupFormat extends DocValuesFormat {
  static final String CODEC = "ClewRollup";
  static final String EXTENSION = "rol";
  static final int VERSION = 1;

  private final DocValuesFormat columns = new Lucene90DocValuesFormat();

  /** For {@link java.util.ServiceLoader}. */
  public RollupFormat() {
    super("ClewRollup1");
  }

  @Override
  public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new RollupConsumer(state, columns.fieldsConsumer(state));
  }

  @Override
  public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
    return new RollupProducer(state, columns.fieldsProducer(state));
  }
}
