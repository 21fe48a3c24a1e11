// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.EmptyDocValuesProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Columns as another format writes them, but for the column of shapes: documents in memory hold the
 * number of their shape, the segment holds the shape. Readers and merges see nothing of it.
 */
final class ShapeColumn extends DocValuesFormat {
  private final DocValuesFormat columns;
  private final ShapeNumbers numbers;

  /**
   * @param columns the format of what is written, which goes by its name
   * @param numbers those of the documents in memory
   */
  ShapeColumn(DocValuesFormat columns, ShapeNumbers numbers) {
    super(columns.getName());
    this.columns = columns;
    this.numbers = numbers;
  }

  @Override
  public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new Consumer(columns.fieldsConsumer(state), numbers);
  }

  @Override
  public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
    return columns.fieldsProducer(state);
  }

  private static final class Consumer extends DocValuesConsumer {
    private final DocValuesConsumer out;
    private final ShapeNumbers numbers;

    Consumer(DocValuesConsumer out, ShapeNumbers numbers) {
      this.out = out;
      this.numbers = numbers;
    }

    @Override
    public void addSortedField(FieldInfo field, DocValuesProducer values) throws IOException {
      boolean numbered = field.name.equals(Columns.SHAPE);
      out.addSortedField(field, numbered ? new Spelled(values, field, numbers) : values);
    }

    /** Segments hold shapes already. */
    @Override
    public void merge(MergeState state) throws IOException {
      out.merge(state);
    }

    @Override
    public void addNumericField(FieldInfo field, DocValuesProducer values) throws IOException {
      out.addNumericField(field, values);
    }

    @Override
    public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
      out.addBinaryField(field, values);
    }

    @Override
    public void addSortedNumericField(FieldInfo field, DocValuesProducer values)
        throws IOException {
      out.addSortedNumericField(field, values);
    }

    @Override
    public void addSortedSetField(FieldInfo field, DocValuesProducer values) throws IOException {
      out.addSortedSetField(field, values);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** The column with shapes in the place of their numbers. */
  private static final class Spelled extends EmptyDocValuesProducer {
    private final DocValuesProducer numbered;

    /** In ascending order. */
    private final byte[][] shapes;

    /** Where each ordinal of the numbers is in {@link #shapes}. */
    private final int[] places;

    Spelled(DocValuesProducer numbered, FieldInfo field, ShapeNumbers numbers) throws IOException {
      this.numbered = numbered;
      SortedDocValues values = numbered.getSorted(field);
      byte[][] unordered = new byte[values.getValueCount()][];
      Integer[] order = new Integer[unordered.length];
      for (int i = 0; i < unordered.length; i++) {
        unordered[i] = numbers.shape(values.lookupOrd(i));
        order[i] = i;
      }
      Arrays.sort(order, Comparator.comparing(i -> unordered[i], Arrays::compareUnsigned));
      shapes = new byte[unordered.length][];
      places = new int[unordered.length];
      for (int i = 0; i < order.length; i++) {
        shapes[i] = unordered[order[i]];
        places[order[i]] = i;
      }
    }

    @Override
    public SortedDocValues getSorted(FieldInfo field) throws IOException {
      return new Values(numbered.getSorted(field), shapes, places);
    }
  }

  private static final class Values extends SortedDocValues {
    private final SortedDocValues numbered;
    private final byte[][] shapes;
    private final int[] places;

    Values(SortedDocValues numbered, byte[][] shapes, int[] places) {
      this.numbered = numbered;
      this.shapes = shapes;
      this.places = places;
    }

    @Override
    public int ordValue() throws IOException {
      return places[numbered.ordValue()];
    }

    @Override
    public BytesRef lookupOrd(int ord) {
      return new BytesRef(shapes[ord]);
    }

    @Override
    public int getValueCount() {
      return shapes.length;
    }

    @Override
    public boolean advanceExact(int target) throws IOException {
      return numbered.advanceExact(target);
    }

    @Override
    public int docID() {
      return numbered.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return numbered.nextDoc();
    }

    @Override
    public int advance(int target) throws IOException {
      return numbered.advance(target);
    }

    @Override
    public long cost() {
      return numbered.cost();
    }
  }
}
