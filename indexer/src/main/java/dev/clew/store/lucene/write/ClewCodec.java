// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.print.FingerprintsFormat;
import dev.clew.store.lucene.roll.RollupFormat;
import dev.clew.store.lucene.term.Columns;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.Lucene90DocValuesFormat;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.codecs.perfield.PerFieldDocValuesFormat;

/**
 * Lucene's codec with stored events in zstd blocks. Public only because Lucene finds codecs by name
 * through {@link java.util.ServiceLoader}; the name is part of every index.
 */
public final class ClewCodec extends FilterCodec {
  /** Large enough to compress well, small enough that a scattered hit costs little. */
  private static final int BLOCK_BYTES = 16 * 1024;

  private static final int BLOCK_EVENTS = 512;
  private static final int INDEX_BLOCK_SHIFT = 10;

  private final StoredFieldsFormat events =
      new Lucene90CompressingStoredFieldsFormat(
          "ClewZstd1", new ZstdMode(), BLOCK_BYTES, BLOCK_EVENTS, INDEX_BLOCK_SHIFT);

  private final DocValuesFormat columns;

  /** For {@link java.util.ServiceLoader}: reads, and writes documents that hold their shapes. */
  public ClewCodec() {
    this(new RollupFormat());
  }

  /** Writes documents that hold {@code numbers} of their shapes. */
  ClewCodec(ShapeNumbers numbers) {
    this(new ShapeColumn(new RollupFormat(), numbers));
  }

  private ClewCodec(DocValuesFormat shapes) {
    super("Clew1", new Lucene104Codec());
    this.columns = new ByField(shapes);
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return events;
  }

  @Override
  public DocValuesFormat docValuesFormat() {
    return columns;
  }

  private static final class ByField extends PerFieldDocValuesFormat {
    private final DocValuesFormat shapes;
    private final DocValuesFormat plain = new Lucene90DocValuesFormat();
    private final DocValuesFormat fingerprints = new FingerprintsFormat();

    ByField(DocValuesFormat shapes) {
      this.shapes = shapes;
    }

    @Override
    public DocValuesFormat getDocValuesFormatForField(String field) {
      return switch (field) {
        case Columns.SHAPE, Columns.TIME -> shapes;
        case Fingerprints.FIELD -> fingerprints;
        default -> plain;
      };
    }
  }
}
