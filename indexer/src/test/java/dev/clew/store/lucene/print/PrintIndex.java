// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.lucene.write.ClewCodec;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.perfield.PerFieldDocValuesFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** A real index of documents with hashes, beside a plain map of what each document has. */
final class PrintIndex implements Closeable {
  static final String TIME = "time";
  static final String KEY = "key";

  final Directory directory;
  final Map<Integer, int[]> oracle = new HashMap<>();
  final Random random;
  private final boolean sorted;
  private final int pairsInMemory;
  private final FingerprintField field = Fingerprints.field();
  IndexWriter writer;
  private int keys;

  PrintIndex(Path folder, long seed, boolean sorted, int pairsInMemory) throws IOException {
    this.directory = FSDirectory.open(folder);
    this.random = new Random(seed);
    this.sorted = sorted;
    this.pairsInMemory = pairsInMemory;
    this.writer = new IndexWriter(directory, config(sorted));
  }

  IndexWriterConfig config(boolean inOrder) {
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setCodec(codec());
    config.setUseCompoundFile(false);
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    if (inOrder) {
      config.setIndexSort(new Sort(new SortField(TIME, SortField.Type.LONG)));
    }
    return config;
  }

  private FilterCodec codec() {
    DocValuesFormat plain = DocValuesFormat.forName("Lucene90");
    DocValuesFormat prints = new FingerprintsFormat(pairsInMemory);
    return new FilterCodec("Clew1", new ClewCodec()) {
      @Override
      public DocValuesFormat docValuesFormat() {
        return new PerFieldDocValuesFormat() {
          @Override
          public DocValuesFormat getDocValuesFormatForField(String name) {
            return name.equals(Fingerprints.FIELD) ? prints : plain;
          }
        };
      }
    };
  }

  /** Adds a document; {@code hashes} of null leave the field out. */
  int add(long time, int... hashes) throws IOException {
    field.clear();
    for (int hash : hashes) {
      field.add(hash);
    }
    int key = keys++;
    oracle.put(key, hashes.clone());
    Document document = document(time, key);
    if (hashes.length > 0 || random.nextBoolean()) {
      document.add(field);
    }
    writer.addDocument(document);
    return key;
  }

  /** Adds a document that is to be a candidate for everything. */
  int addEverything(long time) throws IOException {
    Document document = document(time, keys);
    document.add(
        new BinaryDocValuesField(
            Fingerprints.FIELD, new BytesRef(new byte[] {BlockCutter.EVERYTHING})));
    writer.addDocument(document);
    return keys++;
  }

  private static Document document(long time, int key) {
    Document document = new Document();
    document.add(new NumericDocValuesField(TIME, time));
    document.add(new NumericDocValuesField(KEY, key));
    document.add(new StringField(KEY, Integer.toString(key), Field.Store.NO));
    return document;
  }

  /** Adds documents with ids of their own, ids shared by neighbours, and common words. */
  void addSome(int count, long firstTime, long step, int ids) throws IOException {
    int shared = random.nextInt();
    for (int i = 0; i < count; i++) {
      int[] hashes = new int[random.nextInt(2 * ids + 1)];
      shared = random.nextInt(5) == 0 ? random.nextInt() : shared;
      for (int h = 0; h < hashes.length; h++) {
        int kind = random.nextInt(10);
        hashes[h] = kind == 0 ? random.nextInt(40) : kind < 4 ? shared : random.nextInt();
      }
      add(firstTime + i * step, hashes);
    }
  }

  void delete(int key) throws IOException {
    oracle.remove(key);
    writer.deleteDocuments(new Term(KEY, Integer.toString(key)));
  }

  void mergeAll() throws IOException {
    writer.getConfig().setMergePolicy(new TieredMergePolicy());
    writer.forceMerge(1);
    writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
  }

  void reopen() throws IOException {
    writer.close();
    writer = new IndexWriter(directory, config(sorted));
  }

  /** Commits, has Lucene check the index, and compares each document with the fingerprints. */
  void verify() throws IOException {
    writer.close();
    checkFiles(directory);
    writer = new IndexWriter(directory, config(sorted));
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      int documents = 0;
      for (LeafReaderContext leaf : reader.leaves()) {
        documents += verify(leaf.reader());
      }
      assertThat(documents).isGreaterThanOrEqualTo(oracle.size());
    }
  }

  static void checkFiles(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      ByteArrayOutputStream report = new ByteArrayOutputStream();
      check.setInfoStream(new PrintStream(report, false, UTF_8));
      check.setLevel(CheckIndex.Level.MAX_VALUE);
      assertThat(check.checkIndex().clean).as(() -> report.toString(UTF_8)).isTrue();
    }
  }

  int verify(LeafReader leaf) throws IOException {
    Optional<Fingerprints> prints = Fingerprints.of(leaf);
    NumericDocValues keyOf = DocValues.getNumeric(leaf, KEY);
    Bits live = leaf.getLiveDocs();
    Map<Integer, Ranges> candidates = new HashMap<>();
    for (int document = 0; document < leaf.maxDoc(); document++) {
      if (!keyOf.advanceExact(document) || (live != null && !live.get(document))) {
        continue;
      }
      int[] hashes = oracle.getOrDefault((int) keyOf.longValue(), new int[0]);
      for (int hash : hashes) {
        Ranges ranges = candidates.get(hash);
        if (ranges == null) {
          ranges = prints.orElseThrow().candidates(hash);
          candidates.put(hash, ranges);
        }
        if (!ranges.contains(document) || !prints.orElseThrow().mayHold(hash)) {
          throw new AssertionError(document + " has " + hash + " but is not in " + ranges);
        }
      }
    }
    return leaf.numDocs();
  }

  @Override
  public void close() throws IOException {
    writer.rollback();
    directory.close();
  }
}
