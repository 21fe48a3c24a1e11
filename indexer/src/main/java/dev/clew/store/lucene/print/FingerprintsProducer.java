// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Opens the fingerprints of a segment. The hashes stay in the file. */
final class FingerprintsProducer extends DocValuesProducer {
  private final Map<Integer, HashLayout> fields = new HashMap<>();
  private final IndexInput data;

  FingerprintsProducer(SegmentReadState state) throws IOException {
    readMeta(state);
    data = state.directory.openInput(name(state, FingerprintsFormat.DATA_EXTENSION), state.context);
    try {
      checkHeader(state, data, FingerprintsFormat.DATA_CODEC);
      CodecUtil.retrieveChecksum(data);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(data);
      throw e;
    }
  }

  private void readMeta(SegmentReadState state) throws IOException {
    String name = name(state, FingerprintsFormat.META_EXTENSION);
    try (ChecksumIndexInput meta = state.directory.openChecksumInput(name)) {
      Throwable failure = null;
      try {
        checkHeader(state, meta, FingerprintsFormat.META_CODEC);
        for (int field = meta.readInt();
            field != FingerprintsFormat.NO_FIELD;
            field = meta.readInt()) {
          fields.put(field, HashLayout.read(meta));
        }
      } catch (IOException | RuntimeException e) {
        failure = e;
      } finally {
        // throws the failure, or says that the checksum is wrong
        CodecUtil.checkFooter(meta, failure);
      }
    }
  }

  private static String name(SegmentReadState state, String extension) {
    return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
  }

  private static void checkHeader(SegmentReadState state, IndexInput input, String codec)
      throws IOException {
    CodecUtil.checkIndexHeader(
        input,
        codec,
        FingerprintsFormat.VERSION,
        FingerprintsFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
  }

  @Override
  public BinaryDocValues getBinary(FieldInfo field) throws IOException {
    HashLayout layout = fields.get(field.number);
    if (layout == null) {
      throw new CorruptIndexException("there are no fingerprints of " + field.name, data);
    }
    return new FingerprintsView(layout, data);
  }

  @Override
  public NumericDocValues getNumeric(FieldInfo field) {
    throw refusal(field);
  }

  @Override
  public SortedDocValues getSorted(FieldInfo field) {
    throw refusal(field);
  }

  @Override
  public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
    throw refusal(field);
  }

  @Override
  public SortedSetDocValues getSortedSet(FieldInfo field) {
    throw refusal(field);
  }

  @Override
  public @Nullable DocValuesSkipper getSkipper(FieldInfo field) {
    return null;
  }

  @Override
  public void checkIntegrity() throws IOException {
    CodecUtil.checksumEntireFile(data);
  }

  @Override
  public void close() throws IOException {
    data.close();
  }

  private static UnsupportedOperationException refusal(FieldInfo field) {
    return new UnsupportedOperationException(
        field.name + " is " + field.getDocValuesType() + "; fingerprints are binary fields");
  }
}
