// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import dev.clew.store.lucene.write.ClewCodec;
import dev.clew.store.lucene.print.FingerprintField;
import dev.clew.store.lucene.print.Fingerprints;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * What fingerprints cost beside a term dictionary, to write, to merge, to keep and to ask. Of the
 * words of a document three in four occur once, the others also in neighbours.
 *
 * <p>Arguments: an empty folder, documents of a segment, words of a document, segments, and {@code
 * terms} for words as terms instead of fingerprints.
 */
public final class FingerprintFigures {
  private static final String TIME = "time";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Random random = new Random(7);
  private final FingerprintField prints = Fingerprints.field();
  private final int words;
  private final boolean terms;
  private String shared = "";

  private FingerprintFigures(int words, boolean terms) {
    this.words = words;
    this.terms = terms;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int documents = Integer.parseInt(arguments[1]);
    int words = Integer.parseInt(arguments[2]);
    int segments = Integer.parseInt(arguments[3]);
    boolean terms = arguments.length > 4 && arguments[4].equals("terms");
    for (boolean mixed : new boolean[] {false, true}) {
      Path here = Files.createDirectories(folder.resolve(mixed ? "mixed" : "joined"));
      System.out.println(mixed ? "segments of the same time" : "segments one after the other");
      try (Directory directory = FSDirectory.open(here)) {
        new FingerprintFigures(words, terms).measure(directory, documents, segments, mixed);
      }
    }
  }

  private void measure(Directory directory, int documents, int segments, boolean mixed)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setCodec(new ClewCodec());
    config.setUseCompoundFile(false);
    config.setRAMBufferSizeMB(1900);
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setIndexSort(new Sort(new SortField(TIME, SortField.Type.LONG)));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int segment = 0; segment < segments; segment++) {
        long start = cpu();
        for (int i = 0; i < documents; i++) {
          writer.addDocument(document(mixed ? i * (long) segments + segment : segment));
        }
        long added = cpu();
        writer.flush();
        print("add", added - start, documents);
        print("flush", cpu() - added, documents);
      }
      writer.commit();
      ask(directory);
      TieredMergePolicy all = new TieredMergePolicy();
      all.setMaxMergedSegmentMB(1e6);
      writer.getConfig().setMergePolicy(all);
      long start = cpu();
      writer.forceMerge(1);
      print("merge", cpu() - start, documents * (long) segments);
    }
    ask(directory);
  }

  private Document document(long time) {
    Document document = new Document();
    document.add(new NumericDocValuesField(TIME, time));
    prints.clear();
    for (int i = 0; i < words; i++) {
      if (i % 4 != 0 || random.nextInt(6) == 0) {
        String word = Long.toHexString(random.nextLong());
        shared = i % 4 == 0 ? word : shared;
        add(document, word);
      } else {
        add(document, shared);
      }
    }
    if (!terms) {
      document.add(prints);
    }
    return document;
  }

  private void add(Document document, String word) {
    if (terms) {
      document.add(new StringField("word", word, Field.Store.NO));
    } else {
      prints.add(Fingerprints.of(word));
    }
  }

  private void ask(Directory directory) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      boolean counts = !file.startsWith("segments") && !file.contains("Lucene90_0.dv");
      bytes += counts && !file.endsWith(".lock") ? directory.fileLength(file) : 0;
    }
    System.out.printf("  files, without the time: %,d bytes%n", bytes);
    if (terms) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Fingerprints segment = Fingerprints.of(reader.leaves().getFirst().reader()).orElseThrow();
      long pairs = 0;
      for (var leaf : reader.leaves()) {
        pairs += Fingerprints.of(leaf.reader()).orElseThrow().pairs();
      }
      int asked = 200_000;
      long sum = 0;
      for (int round = 0; round < 3; round++) {
        long start = cpu();
        for (int i = 0; i < asked; i++) {
          sum += segment.candidates(random.nextInt()).size();
        }
        print("ask", cpu() - start, asked);
      }
      System.out.printf(
          "  %,d segments, %,d pairs, %.2f bytes a pair, mean block %.0f documents (%d found)%n",
          reader.leaves().size(), pairs, (double) bytes / pairs, segment.averageWidth(), sum);
    }
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static void print(String what, long nanos, long count) {
    System.out.printf("  %s: %,d ns of CPU each%n", what, nanos / count);
  }
}
