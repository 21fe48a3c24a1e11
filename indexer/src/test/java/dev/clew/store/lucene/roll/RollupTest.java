// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.perfield.PerFieldDocValuesFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupTest {
  private static final long HOUR = 60 * Stretches.MINUTE;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void keepsWhatTheColumnsSayThroughFlushesAndMerges(long seed) throws IOException {
    Random random = new Random(seed);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config(rolling()))) {
      for (int segment = 0; segment < 5; segment++) {
        add(writer, random, 1 + random.nextInt(300));
        writer.flush();
      }
      writer.commit();
      check(directory, true);
      writer.forceMerge(1);
      writer.commit();
      check(directory, true);
    }
    try (Directory directory = FSDirectory.open(folder);
        CheckIndex check = new CheckIndex(directory)) {
      assertThat(check.checkIndex().clean).isTrue();
    }
  }

  @Test
  void isMadeForSegmentsThatHaveNone() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = new IndexWriter(directory, config(Codec.getDefault()))) {
        add(writer, new Random(5), 400);
      }
      check(directory, false);
    }
  }

  @Test
  void cutsAMinuteOfManyDocuments() throws IOException {
    Stretches.Builder builder = new Stretches.Builder();
    int count = 2 * Stretches.MAX_SIZE + 10;
    for (int document = 0; document < count; document++) {
      builder.add(-1);
    }
    Stretches stretches = builder.build();
    assertThat(stretches.size()).isEqualTo(3);
    assertThat(stretches.start(2)).isEqualTo(-Stretches.MINUTE);
    Rollup rollup = Rollup.of(stretches, 2, document -> document % 2);
    assertThat(rollup.total(0)).isEqualTo(count / 2);
    assertThat(rollup.total(1)).isEqualTo(count / 2);
    assertThat(rollup.last(rollup.end(1) - 1)).isEqualTo(count - 1);
  }

  @Test
  void refusesADamagedFile() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = new IndexWriter(directory, config(rolling()))) {
        add(writer, new Random(6), 400);
      }
      Path file;
      try (Stream<Path> files = Files.list(folder)) {
        file =
            files
                .filter(each -> each.toString().endsWith("." + RollupFormat.EXTENSION))
                .findFirst()
                .orElseThrow();
      }
      byte[] bytes = Files.readAllBytes(file);
      // in the compressed numbers, near the end
      bytes[bytes.length - 40] ^= 0x10;
      Files.write(file, bytes);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReader leaf = reader.leaves().getFirst().reader();
        assertThatThrownBy(leaf::checkIntegrity).isInstanceOf(CorruptIndexException.class);
      }
    }
  }

  private static void check(Directory directory, boolean kept) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext context : reader.leaves()) {
        LeafReader leaf = context.reader();
        assertThat(DocValues.getSorted(leaf, Columns.SHAPE) instanceof RolledValues)
            .isEqualTo(kept);
        check(leaf, ShapeColumns.rollup(leaf));
      }
    }
  }

  /** Compares with the plainest count of all documents. */
  private static void check(LeafReader leaf, Rollup rollup) throws IOException {
    SortedDocValues shapes = ShapeColumns.of(leaf);
    NumericDocValues times = DocValues.getNumeric(leaf, Columns.TIME);
    int[] shapeOf = new int[leaf.maxDoc()];
    int[] totals = new int[shapes.getValueCount()];
    for (int document = 0; document < shapeOf.length; document++) {
      assertThat(shapes.nextDoc()).isEqualTo(document);
      assertThat(times.nextDoc()).isEqualTo(document);
      shapeOf[document] = shapes.ordValue();
      totals[shapeOf[document]]++;
      Stretches stretches = rollup.stretches();
      int stretch = stretches.of(document);
      assertThat(document)
          .isBetween(stretches.document(stretch), stretches.document(stretch + 1) - 1);
      assertThat(times.longValue() - stretches.start(stretch)).isBetween(0L, Stretches.MINUTE - 1);
    }
    assertThat(rollup.kinds()).isEqualTo(totals.length);
    for (int shape = 0; shape < totals.length; shape++) {
      assertThat(rollup.total(shape)).isEqualTo(totals[shape]);
      checkEntries(rollup, shape, shapeOf);
    }
    checkFind(rollup, shapeOf);
  }

  private static void checkEntries(Rollup rollup, int shape, int[] shapeOf) {
    for (int entry = rollup.entry(shape, 0); entry < rollup.end(shape); entry++) {
      int stretch = rollup.stretch(entry);
      List<Integer> documents = new ArrayList<>();
      for (int document = rollup.stretches().document(stretch);
          document < rollup.stretches().document(stretch + 1);
          document++) {
        if (shapeOf[document] == shape) {
          documents.add(document);
        }
      }
      assertThat(rollup.count(entry)).isEqualTo(documents.size());
      assertThat(rollup.first(entry)).isEqualTo(documents.getFirst());
      assertThat(rollup.last(entry)).isEqualTo(documents.getLast());
    }
  }

  private static void checkFind(Rollup rollup, int[] shapeOf) throws IOException {
    Random random = new Random(shapeOf.length);
    for (int round = 0; round < 20; round++) {
      FixedBitSet wanted = new FixedBitSet(rollup.kinds());
      for (int kind = 0; kind < rollup.kinds(); kind++) {
        if (random.nextInt(3) == 0) {
          wanted.set(kind);
        }
      }
      int from = random.nextInt(shapeOf.length);
      int to = from + 1 + random.nextInt(shapeOf.length - from);
      FixedBitSet found = new FixedBitSet(to - from);
      rollup.find(wanted, from, to, document -> shapeOf[document], found);
      for (int document = from; document < to; document++) {
        assertThat(found.get(document - from)).isEqualTo(wanted.get(shapeOf[document]));
      }
    }
  }

  private static void add(IndexWriter writer, Random random, int count) throws IOException {
    long[] times = random.longs(count, -HOUR, HOUR).toArray();
    Arrays.sort(times);
    for (long time : times) {
      Document document = new Document();
      document.add(NumericDocValuesField.indexedField(Columns.TIME, time));
      String shape = "shape " + random.nextInt(7);
      document.add(new SortedDocValuesField(Columns.SHAPE, new BytesRef(shape)));
      writer.addDocument(document);
    }
  }

  private static IndexWriterConfig config(Codec codec) {
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setCodec(codec);
    config.setUseCompoundFile(false);
    config.setIndexSort(new Sort(new SortField(Columns.TIME, SortField.Type.LONG)));
    return config;
  }

  private static Codec rolling() {
    Codec plain = Codec.getDefault();
    DocValuesFormat rolling = new RollupFormat();
    return new FilterCodec(plain.getName(), plain) {
      @Override
      public DocValuesFormat docValuesFormat() {
        return new PerFieldDocValuesFormat() {
          @Override
          public DocValuesFormat getDocValuesFormatForField(String field) {
            return rolling;
          }
        };
      }
    };
  }
}
