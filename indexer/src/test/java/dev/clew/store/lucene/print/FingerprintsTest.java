// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortingCodecReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {
  private static final int PLENTY = PairBuffer.PAIRS_IN_MEMORY;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"false,1,4000000", "true,2,4000000", "false,3,3000", "true,4,3000"})
  void findsEveryDocumentThroughFlushesDeletionsMergesAndReopening(
      boolean sorted, long seed, int pairsInMemory) throws IOException {
    try (PrintIndex index = new PrintIndex(folder, seed, sorted, pairsInMemory)) {
      for (int round = 0; round < 3; round++) {
        for (int segment = 0; segment < 6; segment++) {
          // every other segment lies among the times of another
          int count = 1 + index.random.nextInt(segment < 3 ? 3000 : 60);
          index.addSome(count, segment / 2 * 5000L, 1 + segment % 3, 4);
          index.writer.flush();
        }
        index.verify();
        for (int key : List.copyOf(index.oracle.keySet())) {
          if (key % 1000 < 700 ? key % 3 == 0 : round > 0) {
            index.delete(key);
          }
        }
        index.verify();
        index.reopen();
        index.mergeAll();
        index.verify();
      }
    }
  }

  @Test
  void yieldsNothingForHashesThatNoDocumentHas() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 5, true, PLENTY)) {
      for (int segment = 0; segment < 4; segment++) {
        for (int i = 0; i < 5000; i++) {
          index.add(i, Fingerprints.of("id-" + segment + "-" + i), Fingerprints.of("w" + i % 7));
        }
        index.writer.flush();
      }
      index.mergeAll();
      Fingerprints prints = Fingerprints.of(onlyLeaf(index)).orElseThrow();
      int found = 0;
      for (int i = 0; i < 10_000; i++) {
        found += prints.mayHold(Fingerprints.of("absent-" + i)) ? 1 : 0;
        assertThat(prints.candidates(Fingerprints.of("absent-" + i)).size()).isLessThan(2);
      }
      assertThat(found).as("chance of a collision is 20,007 in 2^32 each").isLessThan(3);
      assertThat(prints.hashes()).isBetween(20_000L, 20_007L);
    }
  }

  @Test
  void namesNoMoreThanTheBlockOfARareHash() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 6, false, PLENTY)) {
      index.addSome(4000, 0, 1, 2);
      index.add(4000, 77_777_777);
      index.addSome(4000, 4001, 1, 2);
      index.verify();
      Fingerprints prints = Fingerprints.of(onlyLeaf(index)).orElseThrow();
      Ranges ranges = prints.candidates(77_777_777);
      assertThat(ranges.size()).isEqualTo(1);
      assertThat(ranges.documents()).isLessThanOrEqualTo(Blocks.MAX_WIDTH);
      assertThat(prints.averageWidth()).isBetween(100.0, 128.0);
    }
  }

  @Test
  void makesBlocksOfManySmallSegmentsOne() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 7, true, PLENTY)) {
      for (int segment = 0; segment < 40; segment++) {
        index.addSome(50, segment * 50L, 1, 3);
        index.writer.flush();
      }
      index.mergeAll();
      index.verify();
      int most = 40 * 50 / (Blocks.MAX_WIDTH / 2);
      assertThat(Fingerprints.of(onlyLeaf(index)).orElseThrow().blocks()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void dropsTheHashesOfBlocksThatWereDeletedWhole() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 8, true, PLENTY)) {
      for (int i = 0; i < 3000; i++) {
        index.add(i, Fingerprints.of("id" + i));
      }
      index.writer.flush();
      index.add(5000, Fingerprints.of("last"));
      index.writer.flush();
      for (int key = 0; key < 2000; key++) {
        index.delete(key);
      }
      index.mergeAll();
      index.verify();
      Fingerprints prints = Fingerprints.of(onlyLeaf(index)).orElseThrow();
      assertThat(prints.mayHold(Fingerprints.of("id5"))).isFalse();
      assertThat(prints.candidates(Fingerprints.of("id2000")).start(0)).isZero();
    }
  }

  @Test
  void keepsADocumentWithMoreHashesThanABlockInOneBlock() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 9, true, 2000)) {
      index.addSome(100, 0, 1, 4);
      index.add(100, index.random.ints(50_000).toArray());
      index.addSome(100, 101, 1, 4);
      index.add(300, index.random.ints(8_192).toArray());
      index.verify();
      index.addSome(100, 50, 1, 4);
      index.mergeAll();
      index.verify();
      Fingerprints prints = Fingerprints.of(onlyLeaf(index)).orElseThrow();
      for (int hash : index.oracle.get(100)) {
        assertThat(prints.candidates(hash).isEmpty()).isFalse();
      }
    }
  }

  @Test
  void holdsHashesThatShareTheirUpperBits() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 10, false, PLENTY)) {
      for (int i = 0; i < 2000; i++) {
        index.add(i, 0xABCD_0000 + i, i, -i, Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0);
      }
      index.verify();
    }
  }

  @Test
  void namesDocumentsThatMayHoldAnythingForEveryHash() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 11, true, PLENTY)) {
      index.addSome(1000, 0, 1, 4);
      index.addEverything(500);
      index.addEverything(500);
      index.verify();
      index.addSome(1000, 2000, 1, 4);
      index.mergeAll();
      index.verify();
      Ranges ranges = Fingerprints.of(onlyLeaf(index)).orElseThrow().candidates(123_456);
      assertThat(ranges.size()).isEqualTo(1);
      assertThat(ranges.documents()).isEqualTo(2);
    }
  }

  @Test
  void staysASupersetWhenDocumentsAreCopiedThroughAReaderThatSorts() throws IOException {
    try (PrintIndex index = new PrintIndex(folder.resolve("from"), 12, false, PLENTY);
        Directory target = FSDirectory.open(folder.resolve("to"))) {
      index.addSome(3000, 0, -1, 4);
      index.writer.commit();
      Sort sort = new Sort(new SortField(PrintIndex.TIME, SortField.Type.LONG));
      try (DirectoryReader reader = DirectoryReader.open(index.directory);
          IndexWriter writer = new IndexWriter(target, index.config(true))) {
        for (LeafReaderContext leaf : reader.leaves()) {
          writer.addIndexes(SortingCodecReader.wrap((CodecReader) leaf.reader(), sort));
        }
      }
      PrintIndex.checkFiles(target);
      try (DirectoryReader reader = DirectoryReader.open(target)) {
        assertThat(index.verify(reader.leaves().getFirst().reader())).isEqualTo(3000);
      }
    }
  }

  @Test
  void staysASupersetWhenAValueIsReplaced() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 13, false, PLENTY)) {
      index.addSome(500, 0, 1, 4);
      index.verify();
      index.writer.updateBinaryDocValue(
          new Term(PrintIndex.KEY, "7"), Fingerprints.FIELD, new BytesRef(new byte[] {1, 2, 3, 4}));
      index.oracle.put(7, new int[] {0x0403_0201});
      index.verify();
      index.mergeAll();
      index.verify();
    }
  }

  @Test
  void hasNoneWhereNoDocumentHasTheField() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 14, true, PLENTY)) {
      index.writer.addDocument(
          List.of(new org.apache.lucene.document.NumericDocValuesField(PrintIndex.TIME, 1)));
      assertThat(Fingerprints.of(onlyLeaf(index))).isEmpty();
      index.addSome(1, 5, 1, 0);
      index.writer.addDocument(
          List.of(
              new org.apache.lucene.document.NumericDocValuesField(PrintIndex.TIME, 1),
              new BinaryDocValuesField(Fingerprints.FIELD, new BytesRef())));
      index.mergeAll();
      Fingerprints prints = Fingerprints.of(onlyLeaf(index)).orElseThrow();
      assertThat(prints.candidates(0).isEmpty()).isTrue();
      assertThat(prints.mayHold(0)).isFalse();
      assertThat(prints.averageWidth()).isZero();
    }
  }

  @Test
  void leavesNoTemporaryFile() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 15, true, 1000)) {
      index.addSome(5000, 0, 1, 4);
      index.verify();
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
      }
    }
  }

  @Test
  void noticesADamagedByte() throws IOException {
    try (PrintIndex index = new PrintIndex(folder, 16, true, PLENTY)) {
      index.addSome(5000, 0, 1, 4);
      index.verify();
    }
    Path data = only(".fpd");
    Random random = new Random(16);
    for (int i = 0; i < 20; i++) {
      long at = 60 + random.nextLong(Files.size(data) - 80);
      flip(data, at);
      try (Directory directory = FSDirectory.open(folder);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThatThrownBy(() -> reader.leaves().getFirst().reader().checkIntegrity())
            .isInstanceOf(CorruptIndexException.class);
      }
      flip(data, at);
    }
    Path meta = only(".fpm");
    flip(meta, Files.size(meta) - 30);
    try (Directory directory = FSDirectory.open(folder)) {
      assertThatThrownBy(() -> DirectoryReader.open(directory)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void hashesTextLikeItsBytes() {
    Random random = new Random(17);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = random.nextInt(12); c > 0; c--) {
        int bits = random.nextInt(4);
        text.appendCodePoint(
            bits == 0
                ? random.nextInt(0x80)
                : bits == 1
                    ? random.nextInt(0x800)
                    : bits == 2
                        ? 0xE000 + random.nextInt(0x1000)
                        : 0x10000 + random.nextInt(0x10000));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(Fingerprints.of(text)).isEqualTo(Fingerprints.of(bytes, 0, bytes.length));
      assertThat(Fingerprints.of("<" + text + ">", 1, text.length() + 1))
          .isEqualTo(Fingerprints.of(new BytesRef(bytes)));
    }
    assertThat(Fingerprints.of("a\uD800b")).isEqualTo(Fingerprints.of(new BytesRef("a\uD800b")));
    assertThat(Fingerprints.ofValue("user", "7")).isNotEqualTo(Fingerprints.of("7"));
  }

  @Test
  void joinsRangesLikeSetsOfDocuments() throws IOException {
    Random random = new Random(18);
    for (int round = 0; round < 300; round++) {
      Ranges one = ranges(random);
      Ranges other = ranges(random);
      Ranges either = one.unite(other);
      DocIdSetIterator documents = either.iterator();
      for (int document = 0; document < 120; document++) {
        boolean in = one.contains(document) || other.contains(document);
        assertThat(either.contains(document)).isEqualTo(in);
        if (in) {
          assertThat(documents.nextDoc()).isEqualTo(document);
        }
      }
      assertThat(documents.nextDoc()).isEqualTo(DocIdSetIterator.NO_MORE_DOCS);
    }
  }

  private static Ranges ranges(Random random) {
    Ranges ranges = new Ranges();
    for (int start = random.nextInt(20); start < 100; start += random.nextInt(30)) {
      ranges.add(start, start + 1 + random.nextInt(12));
    }
    return ranges;
  }

  private static LeafReader onlyLeaf(PrintIndex index) throws IOException {
    index.writer.commit();
    DirectoryReader reader = DirectoryReader.open(index.writer);
    assertThat(reader.leaves()).hasSize(1);
    return reader.leaves().getFirst().reader();
  }

  private Path only(String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(extension)).findFirst().orElseThrow();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 0x10));
      channel.write(one.flip(), at);
    }
  }
}
