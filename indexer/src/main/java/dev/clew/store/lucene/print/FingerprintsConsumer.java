// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/**
 * Writes the fingerprints of a new segment: from the values of its documents when it is flushed,
 * from the blocks of its parts when it is merged.
 */
final class FingerprintsConsumer extends DocValuesConsumer {
  private final SegmentWriteState state;
  private final int pairsInMemory;
  private final IndexOutput meta;
  private final IndexOutput data;

  FingerprintsConsumer(SegmentWriteState state, int pairsInMemory) throws IOException {
    this.state = state;
    this.pairsInMemory = pairsInMemory;
    meta = create(FingerprintsFormat.META_EXTENSION, FingerprintsFormat.META_CODEC);
    try {
      data = create(FingerprintsFormat.DATA_EXTENSION, FingerprintsFormat.DATA_CODEC);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(meta);
      throw e;
    }
  }

  private IndexOutput create(String extension, String codec) throws IOException {
    String name =
        IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
    IndexOutput output = state.directory.createOutput(name, state.context);
    try {
      CodecUtil.writeIndexHeader(
          output,
          codec,
          FingerprintsFormat.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      return output;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(output);
      throw e;
    }
  }

  @Override
  public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
    try (SegmentParts parts = new SegmentParts(state, pairsInMemory)) {
      parts.addValues(values.getBinary(field), document -> document);
      write(field, parts);
    }
  }

  /** Every part keeps its blocks; no document is looked at. */
  @Override
  public void mergeBinaryField(FieldInfo field, MergeState merge) throws IOException {
    try (SegmentParts parts = new SegmentParts(state, pairsInMemory)) {
      for (int i = 0; i < merge.docValuesProducers.length; i++) {
        DocValuesProducer producer = merge.docValuesProducers[i];
        FieldInfo itsField = merge.fieldInfos[i].fieldInfo(field.name);
        if (producer != null
            && itsField != null
            && itsField.getDocValuesType() == DocValuesType.BINARY) {
          BinaryDocValues values = producer.getBinary(itsField);
          MergeState.DocMap places = merge.docMaps[i];
          if (values instanceof FingerprintsView view) {
            parts.addFingerprints(view.open(), places::get);
          } else if (values != null) {
            parts.addValues(values, places::get);
          }
        }
      }
      write(field, parts);
    }
  }

  private void write(FieldInfo field, SegmentParts parts) throws IOException {
    Blocks blocks = new Blocks();
    int[] places = parts.blocks().arrange(blocks);
    int any = 0;
    long width = 0;
    for (int block = 0; block < blocks.size(); block++) {
      any += blocks.hashes(block) == Blocks.ANY ? 1 : 0;
      width += blocks.max(block) - blocks.min(block) + 1;
    }
    meta.writeInt(field.number);
    meta.writeVInt(state.segmentInfo.maxDoc());
    meta.writeVInt(blocks.size());
    meta.writeVInt(any);
    meta.writeVLong(width);
    HashOutput output = new HashOutput(data, parts.hashes(), blocks.size());
    parts.write(places, output);
    output.finish(meta);
    meta.writeVLong(data.getFilePointer());
    for (int block = 0; block < blocks.size(); block++) {
      data.writeInt(blocks.min(block));
      data.writeInt(blocks.max(block));
      data.writeInt(blocks.hashes(block));
    }
  }

  @Override
  public void close() throws IOException {
    try (data;
        meta) {
      meta.writeInt(FingerprintsFormat.NO_FIELD);
      CodecUtil.writeFooter(meta);
      CodecUtil.writeFooter(data);
    }
  }

  @Override
  public void addNumericField(FieldInfo field, DocValuesProducer values) {
    throw refusal(field);
  }

  @Override
  public void addSortedField(FieldInfo field, DocValuesProducer values) {
    throw refusal(field);
  }

  @Override
  public void addSortedNumericField(FieldInfo field, DocValuesProducer values) {
    throw refusal(field);
  }

  @Override
  public void addSortedSetField(FieldInfo field, DocValuesProducer values) {
    throw refusal(field);
  }

  private static UnsupportedOperationException refusal(FieldInfo field) {
    return new UnsupportedOperationException(
        field.name + " is " + field.getDocValuesType() + "; fingerprints are binary fields");
  }
}
