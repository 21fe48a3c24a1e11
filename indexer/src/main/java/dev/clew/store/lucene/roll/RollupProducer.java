// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/** Opens the two columns; the rollup stays in its file until it is asked for. */
final class RollupProducer extends DocValuesProducer {
  private final DocValuesProducer columns;
  private final IndexInput file;
  private final long start;

  RollupProducer(SegmentReadState state, DocValuesProducer columns) throws IOException {
    this.columns = columns;
    String name =
        IndexFileNames.segmentFileName(
            state.segmentInfo.name, state.segmentSuffix, RollupFormat.EXTENSION);
    IndexInput open = state.directory.openInput(name, state.context);
    try {
      CodecUtil.checkIndexHeader(
          open,
          RollupFormat.CODEC,
          RollupFormat.VERSION,
          RollupFormat.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      CodecUtil.retrieveChecksum(open);
      start = CodecUtil.indexHeaderLength(RollupFormat.CODEC, state.segmentSuffix);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(open, columns);
      throw e;
    }
    file = open;
  }

  @Override
  public SortedDocValues getSorted(FieldInfo field) throws IOException {
    SortedDocValues values = columns.getSorted(field);
    return field.name.equals(Columns.SHAPE) ? new RolledValues(values, file, start) : values;
  }

  @Override
  public NumericDocValues getNumeric(FieldInfo field) throws IOException {
    return columns.getNumeric(field);
  }

  @Override
  public BinaryDocValues getBinary(FieldInfo field) throws IOException {
    return columns.getBinary(field);
  }

  @Override
  public SortedNumericDocValues getSortedNumeric(FieldInfo field) throws IOException {
    return columns.getSortedNumeric(field);
  }

  @Override
  public SortedSetDocValues getSortedSet(FieldInfo field) throws IOException {
    return columns.getSortedSet(field);
  }

  @Override
  public DocValuesSkipper getSkipper(FieldInfo field) throws IOException {
    return columns.getSkipper(field);
  }

  @Override
  public void checkIntegrity() throws IOException {
    columns.checkIntegrity();
    CodecUtil.checksumEntireFile(file);
  }

  @Override
  public DocValuesProducer getMergeInstance() {
    return columns.getMergeInstance();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(columns, file);
  }
}
