// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Writes the two columns, and what they say together. */
final class RollupConsumer extends DocValuesConsumer {
  private final SegmentWriteState state;
  private final DocValuesConsumer columns;
  private @Nullable Source shapes;
  private @Nullable Source times;

  /** Where a column can be read again. */
  private record Source(FieldInfo field, DocValuesProducer values) {}

  RollupConsumer(SegmentWriteState state, DocValuesConsumer columns) {
    this.state = state;
    this.columns = columns;
  }

  @Override
  public void addSortedField(FieldInfo field, DocValuesProducer values) throws IOException {
    columns.addSortedField(field, values);
    if (field.name.equals(Columns.SHAPE)) {
      shapes = new Source(field, values);
    }
  }

  @Override
  public void addNumericField(FieldInfo field, DocValuesProducer values) throws IOException {
    columns.addNumericField(field, values);
    if (field.name.equals(Columns.TIME)) {
      times = new Source(field, values);
    }
  }

  @Override
  public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
    columns.addBinaryField(field, values);
  }

  @Override
  public void addSortedNumericField(FieldInfo field, DocValuesProducer values) throws IOException {
    columns.addSortedNumericField(field, values);
  }

  @Override
  public void addSortedSetField(FieldInfo field, DocValuesProducer values) throws IOException {
    columns.addSortedSetField(field, values);
  }

  @Override
  public void close() throws IOException {
    try (columns) {
      Source kinds = shapes;
      Source order = times;
      // what failed before is not made worse by a complaint about what is missing
      if (kinds != null && order != null) {
        write(
            ShapeColumns.roll(
                order.values.getNumeric(order.field), kinds.values.getSorted(kinds.field)));
      }
    }
  }

  private void write(Rollup rollup) throws IOException {
    String name =
        IndexFileNames.segmentFileName(
            state.segmentInfo.name, state.segmentSuffix, RollupFormat.EXTENSION);
    IndexOutput output = state.directory.createOutput(name, state.context);
    try {
      CodecUtil.writeIndexHeader(
          output,
          RollupFormat.CODEC,
          RollupFormat.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      RollupBytes.write(rollup, output);
      CodecUtil.writeFooter(output);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(output);
      throw e;
    }
    output.close();
  }
}
