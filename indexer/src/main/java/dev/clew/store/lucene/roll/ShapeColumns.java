// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/** Opens what a segment keeps of the shapes of its documents. */
public final class ShapeColumns {
  private ShapeColumns() {}

  /** The shape of each document. */
  public static SortedDocValues of(LeafReader reader) throws IOException {
    SortedDocValues values = DocValues.getSorted(reader, Columns.SHAPE);
    return values instanceof RolledValues rolled ? rolled.column() : values;
  }

  /**
   * How many documents of each shape each minute has. Segments that an earlier version wrote keep
   * no rollup: it is made.
   */
  public static Rollup rollup(LeafReader reader) throws IOException {
    return DocValues.getSorted(reader, Columns.SHAPE) instanceof RolledValues rolled
        ? rolled.rollup()
        : roll(DocValues.getNumeric(reader, Columns.TIME), of(reader));
  }

  /** Counts all documents. */
  static Rollup roll(NumericDocValues times, SortedDocValues shapes) throws IOException {
    Stretches.Builder stretches = new Stretches.Builder();
    Rollup.Builder rollup = new Rollup.Builder(shapes.getValueCount());
    for (int document = times.nextDoc();
        document != NumericDocValues.NO_MORE_DOCS;
        document = times.nextDoc()) {
      if (shapes.nextDoc() != document) {
        throw new CorruptIndexException("document " + document + " has no shape", "columns");
      }
      int stretch = stretches.add(times.longValue());
      rollup.add(stretch, stretches.place(), shapes.ordValue());
    }
    return rollup.build(stretches.build());
  }
}
