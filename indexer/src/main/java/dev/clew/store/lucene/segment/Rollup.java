// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many events of each kind there are in each minute of a segment, and which are the first and
 * the last. Documents are in order of time, so a minute is a stretch of them. Immutable.
 */
public final class Rollup {
  static final long MINUTE = 60_000_000_000L;

  /** A busy minute is several stretches, so that places in them need few bits. */
  private static final int MAX_STRETCH = 1 << 16;

  private final int[] documents;
  private final int[] entries;
  private final int[] kinds;
  private final char[] counts;
  private final char[] firsts;
  private final char[] lasts;
  private final int[] totals;
  private final int size;

  private Rollup(Builder built) {
    size = built.size;
    documents = Arrays.copyOf(built.documents, size + 1);
    entries = Arrays.copyOf(built.entries, size + 1);
    int total = entries[size];
    kinds = Arrays.copyOf(built.kinds, total);
    counts = Arrays.copyOf(built.counts, total);
    firsts = Arrays.copyOf(built.firsts, total);
    lasts = Arrays.copyOf(built.lasts, total);
    totals = new int[built.entryOfKind.length];
    for (int entry = 0; entry < total; entry++) {
      totals[kinds[entry]] += count(entry);
    }
  }

  /** The kind of a document. */
  @FunctionalInterface
  public interface Kinds {
    int of(int document) throws IOException;
  }

  /**
   * Counts the documents of a segment.
   *
   * @param kindCount above all kinds
   */
  public static Rollup of(SegmentOrder order, int documents, int kindCount, Kinds kinds)
      throws IOException {
    Builder builder = new Builder(kindCount);
    int from = 0;
    while (from < documents) {
      long minute = Math.floorDiv(order.time(from), MINUTE);
      int to = end(order, from, (minute + 1) * MINUTE, documents);
      to = Math.min(to, from + MAX_STRETCH);
      builder.add(from, to, kinds);
      from = to;
    }
    builder.finish(documents);
    return new Rollup(builder);
  }

  /** The first document from {@code from} on that is not before {@code nanos}; near ones first. */
  private static int end(SegmentOrder order, int from, long nanos, int documents)
      throws IOException {
    return nanos < 0 && order.time(from) >= 0
        ? documents
        : order.firstNotBefore(nanos, from, documents);
  }

  /** How many stretches there are. */
  int stretches() {
    return size;
  }

  /** The first document of a stretch; after the last one, the number of documents. */
  public int document(int stretch) {
    return documents[stretch];
  }

  /** The stretch that holds {@code document}. */
  public int stretchOf(int document) {
    int found = Arrays.binarySearch(documents, 0, size + 1, document);
    return found >= 0 ? found : -found - 2;
  }

  /** The first entry of a stretch; after the last one, the number of entries. */
  public int entry(int stretch) {
    return entries[stretch];
  }

  public int kind(int entry) {
    return kinds[entry];
  }

  public int count(int entry) {
    return counts[entry] + 1;
  }

  public int first(int stretch, int entry) {
    return documents[stretch] + firsts[entry];
  }

  public int last(int stretch, int entry) {
    return documents[stretch] + lasts[entry];
  }

  /** How many documents each kind has. */
  public int[] totals() {
    return totals;
  }

  /**
   * Adds documents to {@code found}, less {@code from}: all of the kinds in {@code wanted} from
   * {@code from} up to, not including, {@code to}.
   */
  public void find(FixedBitSet wanted, int from, int to, Kinds kindOf, FixedBitSet found)
      throws IOException {
    for (int stretch = stretchOf(from); stretch < size && documents[stretch] < to; stretch++) {
      int low = Integer.MAX_VALUE;
      int high = -1;
      for (int entry = entries[stretch]; entry < entries[stretch + 1]; entry++) {
        if (wanted.get(kinds[entry])) {
          int first = first(stretch, entry);
          int last = last(stretch, entry);
          if (count(entry) > 2) {
            low = Math.min(low, first);
            high = Math.max(high, last);
          } else {
            set(first, from, to, found);
            set(last, from, to, found);
          }
        }
      }
      int end = Math.min(high + 1, to);
      for (int document = Math.max(low, from); document < end; document++) {
        if (wanted.get(kindOf.of(document))) {
          found.set(document - from);
        }
      }
    }
  }

  private static void set(int document, int from, int to, FixedBitSet found) {
    if (document >= from && document < to) {
      found.set(document - from);
    }
  }

  /** Bytes of memory. */
  public long bytes() {
    return 8L * size + 10L * kinds.length + 4L * totals.length;
  }

  private static final class Builder {
    private int[] documents = new int[64];
    private int[] entries = new int[64];
    private int[] kinds = new int[256];
    private char[] counts = new char[256];
    private char[] firsts = new char[256];
    private char[] lasts = new char[256];
    private int size;
    private int total;
    private final int[] entryOfKind;

    Builder(int kindCount) {
      entryOfKind = new int[kindCount];
      Arrays.fill(entryOfKind, -1);
    }

    void add(int from, int to, Kinds kindOf) throws IOException {
      documents = ArrayUtil.grow(documents, size + 2);
      entries = ArrayUtil.grow(entries, size + 2);
      documents[size] = from;
      entries[size++] = total;
      int start = total;
      for (int document = from; document < to; document++) {
        int kind = kindOf.of(document);
        int entry = entryOfKind[kind];
        if (entry < start) {
          entry = open(kind, document - from);
        } else {
          counts[entry]++;
        }
        lasts[entry] = (char) (document - from);
      }
    }

    void finish(int count) {
      documents = ArrayUtil.grow(documents, size + 1);
      entries = ArrayUtil.grow(entries, size + 1);
      documents[size] = count;
      entries[size] = total;
    }

    private int open(int kind, int place) {
      if (total == kinds.length) {
        kinds = ArrayUtil.grow(kinds, total + 1);
        counts = Arrays.copyOf(counts, kinds.length);
        firsts = Arrays.copyOf(firsts, kinds.length);
        lasts = Arrays.copyOf(lasts, kinds.length);
      }
      kinds[total] = kind;
      counts[total] = 0;
      firsts[total] = (char) place;
      entryOfKind[kind] = total;
      return total++;
    }
  }
}
