// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IOUtils;

/**
 * Sorts pairs that come in the order of their blocks. What does not fit into memory goes to
 * temporary files, each sorted.
 */
final class PairBuffer implements Closeable {
  /** Sorting needs as much again: 64 MB in all. */
  static final int PAIRS_IN_MEMORY = 1 << 22;

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int PASSES = 3;

  private final Directory directory;
  private final String prefix;
  private final IOContext context;
  private final int limit;
  private final List<String> files = new ArrayList<>();
  private final List<ChecksumIndexInput> inputs = new ArrayList<>();
  private long[] pairs = new long[1024];
  private int size;
  private long hashes;

  PairBuffer(Directory directory, String prefix, IOContext context, int limit) {
    this.directory = directory;
    this.prefix = prefix;
    this.context = context;
    this.limit = limit;
  }

  void add(long pair) throws IOException {
    if (size == pairs.length) {
      if (size >= limit) {
        spill();
      } else {
        pairs = Arrays.copyOf(pairs, Math.min(limit, ArrayUtil.oversize(size * 2, Long.BYTES)));
      }
    }
    pairs[size++] = pair;
  }

  /** All pairs; blocks are numbered from {@code base} on. Nothing may be added after it. */
  List<PairStream> sorted(int base) throws IOException {
    sort();
    List<PairStream> streams = new ArrayList<>();
    for (String file : files) {
      ChecksumIndexInput input = directory.openChecksumInput(file);
      inputs.add(input);
      streams.add(new Run(base, input));
    }
    streams.add(new Sorted(base, pairs, size));
    return streams;
  }

  /** How many different hashes each run of pairs has, in all; after {@link #sorted}. */
  long hashes() {
    return hashes;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(inputs);
    IOUtils.deleteFiles(directory, files);
  }

  private void spill() throws IOException {
    sort();
    try (IndexOutput output = directory.createTempOutput(prefix, "prints", context)) {
      files.add(output.getName());
      for (int i = 0; i < size; i++) {
        output.writeLong(pairs[i]);
      }
      CodecUtil.writeFooter(output);
    }
    size = 0;
  }

  /** By hash alone, least digit first: that keeps the order of the blocks. */
  private void sort() {
    int[][] ends = new int[PASSES][DIGITS];
    for (int i = 0; i < size; i++) {
      for (int pass = 0; pass < PASSES; pass++) {
        ends[pass][digit(pairs[i], pass)]++;
      }
    }
    long[] from = pairs;
    long[] to = new long[size];
    for (int pass = 0; pass < PASSES; pass++) {
      int[] next = ends[pass];
      int start = 0;
      for (int digit = 0; digit < DIGITS; digit++) {
        int count = next[digit];
        next[digit] = start;
        start += count;
      }
      for (int i = 0; i < size; i++) {
        long pair = from[i];
        to[next[digit(pair, pass)]++] = pair;
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    pairs = from;
    countHashes();
  }

  private void countHashes() {
    for (int i = 0; i < size; i++) {
      if (i == 0 || PairStream.hash(pairs[i]) != PairStream.hash(pairs[i - 1])) {
        hashes++;
      }
    }
  }

  private static int digit(long pair, int pass) {
    return (int) (pair >>> (Integer.SIZE + pass * DIGIT_BITS)) & (DIGITS - 1);
  }

  /** Pairs in memory. */
  private static final class Sorted extends PairStream {
    private final long[] pairs;
    private final int size;
    private int at = -1;

    Sorted(int base, long[] pairs, int size) {
      super(base);
      this.pairs = pairs;
      this.size = size;
    }

    @Override
    protected boolean advance() {
      return ++at < size;
    }

    @Override
    protected long read() {
      return pairs[at];
    }
  }

  /** Pairs in a temporary file. */
  private static final class Run extends PairStream {
    private final ChecksumIndexInput input;
    private final long end;
    private long pair;

    Run(int base, ChecksumIndexInput input) {
      super(base);
      this.input = input;
      this.end = input.length() - CodecUtil.footerLength();
    }

    @Override
    protected boolean advance() throws IOException {
      if (input.getFilePointer() == end) {
        CodecUtil.checkFooter(input);
        return false;
      }
      pair = input.readLong();
      return true;
    }

    @Override
    protected long read() {
      return pair;
    }
  }
}
