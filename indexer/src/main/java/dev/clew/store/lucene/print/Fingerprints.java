// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The fingerprints of one segment: which of its documents may hold a hash. Cheap to open, not
 * thread-safe; good for as long as its reader is open.
 */
public final class Fingerprints {
  /** The field whose values are {@link FingerprintField}s. */
  public static final String FIELD = "ids";

  private static final int SEED = 0x6c657763;
  private static final int SEED_OF_NAMES = 0x656d616e;

  private final HashLayout layout;
  private final IndexInput data;
  private final HashCursor cursor;
  private final RandomAccessInput table;
  private int[] room = new int[8];

  Fingerprints(HashLayout layout, IndexInput data) throws IOException {
    this.layout = layout;
    this.data = data;
    this.cursor = new HashCursor(layout, data);
    this.table =
        data.randomAccessSlice(
            layout.blocksFrom(), (long) layout.blocks() * HashLayout.BLOCK_BYTES);
  }

  /** A field for the hashes of a document, without any yet. */
  public static FingerprintField field() {
    return new FingerprintField(FIELD);
  }

  /** The hash of a word, case and all: fold it before. Equal to that of its UTF-8 bytes. */
  public static int of(CharSequence word) {
    return WordHash.of(word, 0, word.length(), SEED);
  }

  /** The hash of the part of a text between two chars. */
  public static int of(CharSequence text, int start, int end) {
    return WordHash.of(text, start, end, SEED);
  }

  /** The hash of a word given as UTF-8 bytes. */
  public static int of(byte[] text, int offset, int length) {
    return StringHelper.murmurhash3_x86_32(text, offset, length, SEED);
  }

  /** The hash of a word given as UTF-8 bytes. */
  public static int of(BytesRef word) {
    return of(word.bytes, word.offset, word.length);
  }

  /** The hash of the name of an attribute: another one than that of the name as a word. */
  public static int ofName(CharSequence name) {
    return WordHash.of(name, 0, name.length(), SEED_OF_NAMES);
  }

  /** The hash of the value of a named attribute: another one than that of the value as a word. */
  public static int ofValue(CharSequence name, CharSequence value) {
    return ofValue(of(name), value);
  }

  /** The same for a name that was hashed before. */
  public static int ofValue(int nameHash, CharSequence value) {
    return WordHash.of(value, 0, value.length(), nameHash);
  }

  /**
   * The fingerprints of a segment; none when not one of its documents has the field.
   *
   * @throws IllegalArgumentException when the segment holds the field in another format
   */
  public static Optional<Fingerprints> of(LeafReader reader) throws IOException {
    return of(reader, FIELD);
  }

  /** Like {@link #of(LeafReader)}, of a field of another name. */
  static Optional<Fingerprints> of(LeafReader reader, String field) throws IOException {
    BinaryDocValues values = FilterLeafReader.unwrap(reader).getBinaryDocValues(field);
    if (values == null) {
      return Optional.empty();
    }
    if (values instanceof FingerprintsView view) {
      return Optional.of(view.open());
    }
    throw new IllegalArgumentException(
        reader + " has no fingerprints in " + field + "; ask the segments of an index one by one");
  }

  /** Whether any document may hold the hash; cheaper than to ask where. */
  public boolean mayHold(int hash) throws IOException {
    return layout.anyBlocks() > 0 || (layout.pairs() > 0 && cursor.seek(hash));
  }

  /** The documents that may hold the hash: every one that does, and its neighbours. */
  public Ranges candidates(int hash) throws IOException {
    int count = 0;
    if (layout.pairs() > 0 && cursor.seek(hash)) {
      count = cursor.count();
      room = cursor.blocks(room);
    }
    return ranges(room, count);
  }

  /**
   * The mean number of documents of a block, from 1 on; 0 without blocks. It starts at no more than
   * 128 and grows with every merge of segments that overlap in the order of the index, since their
   * documents get mixed: so do the candidates of every hash.
   */
  public double averageWidth() {
    return layout.blocks() == 0 ? 0 : (double) layout.width() / layout.blocks();
  }

  /** How many different hashes the segment has. */
  public long hashes() {
    return layout.hashes();
  }

  /** How many pairs of hash and block the segment has. */
  public long pairs() {
    return layout.pairs();
  }

  int blocks() {
    return layout.blocks();
  }

  int first(int block) throws IOException {
    return table.readInt((long) block * HashLayout.BLOCK_BYTES);
  }

  int last(int block) throws IOException {
    return table.readInt((long) block * HashLayout.BLOCK_BYTES + Integer.BYTES);
  }

  /** How many different hashes a block has, at most, or {@link Blocks#ANY}. */
  int hashesOf(int block) throws IOException {
    return table.readInt((long) block * HashLayout.BLOCK_BYTES + 2 * Integer.BYTES);
  }

  /** A walk through all hashes. */
  HashCursor walk() throws IOException {
    return new HashCursor(layout, data);
  }

  private Ranges ranges(int[] blocks, int count) throws IOException {
    Ranges ranges = new Ranges();
    for (int i = 0; i < count; i++) {
      ranges.add(first(blocks[i]), last(blocks[i]) + 1);
    }
    return layout.anyBlocks() == 0 ? ranges : ranges.unite(anyRanges());
  }

  private Ranges anyRanges() throws IOException {
    Ranges any = new Ranges();
    for (int block = 0; block < layout.blocks(); block++) {
      if (hashesOf(block) == Blocks.ANY) {
        any.add(first(block), last(block) + 1);
      }
    }
    return any;
  }
}
