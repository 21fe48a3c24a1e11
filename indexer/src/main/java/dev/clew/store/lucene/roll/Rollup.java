// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many documents of each kind each stretch of a segment has, and which are the first and the
 * last. An entry is for one kind in one stretch; those of a kind follow each other, in order of the
 * stretches. Immutable.
 */
public final class Rollup {
  private final Stretches stretches;

  /** The first entry of each kind, then the number of entries. */
  private final int[] starts;

  private final int[] places;
  private final char[] counts;
  private final char[] firsts;
  private final char[] lasts;
  private final int[] totals;

  /**
   * @param starts the first entry of each kind, then the number of entries
   * @param places the stretch of each entry
   * @param counts of documents of each entry, less one
   * @param firsts the first document of each entry, from the start of its stretch
   * @param lasts the last one
   */
  Rollup(
      Stretches stretches, int[] starts, int[] places, char[] counts, char[] firsts, char[] lasts) {
    this.stretches = stretches;
    this.starts = starts;
    this.places = places;
    this.counts = counts;
    this.firsts = firsts;
    this.lasts = lasts;
    this.totals = new int[starts.length - 1];
    for (int kind = 0; kind < totals.length; kind++) {
      for (int entry = starts[kind]; entry < starts[kind + 1]; entry++) {
        totals[kind] += counts[entry] + 1;
      }
    }
  }

  /** The kind of a document. */
  @FunctionalInterface
  public interface Kinds {
    int of(int document) throws IOException;
  }

  /**
   * Counts documents that are cut into stretches already.
   *
   * @param kindCount above all kinds
   * @param kinds asked for each document, in order
   */
  public static Rollup of(Stretches stretches, int kindCount, Kinds kinds) throws IOException {
    Builder builder = new Builder(kindCount);
    for (int stretch = 0; stretch < stretches.size(); stretch++) {
      int from = stretches.document(stretch);
      int to = stretches.document(stretch + 1);
      for (int document = from; document < to; document++) {
        builder.add(stretch, document - from, kinds.of(document));
      }
    }
    return builder.build(stretches);
  }

  public Stretches stretches() {
    return stretches;
  }

  /** How many kinds there are; some may have no documents. */
  public int kinds() {
    return starts.length - 1;
  }

  /** The first entry of a kind that is not before {@code stretch}. */
  public int entry(int kind, int stretch) {
    int found = Arrays.binarySearch(places, starts[kind], starts[kind + 1], stretch);
    return found >= 0 ? found : -found - 1;
  }

  /** The entry after the last one of a kind. */
  public int end(int kind) {
    return starts[kind + 1];
  }

  /** The stretch of an entry. */
  public int stretch(int entry) {
    return places[entry];
  }

  public int count(int entry) {
    return counts[entry] + 1;
  }

  /** The first document of an entry. */
  public int first(int entry) {
    return stretches.document(places[entry]) + firsts[entry];
  }

  /** The last document of an entry. */
  public int last(int entry) {
    return stretches.document(places[entry]) + lasts[entry];
  }

  /** How many documents a kind has. */
  public int total(int kind) {
    return totals[kind];
  }

  /**
   * Adds documents to {@code found}, less {@code from}: all of the kinds in {@code wanted} from
   * {@code from} up to, not including, {@code to}.
   */
  public void find(FixedBitSet wanted, int from, int to, Kinds kindOf, FixedBitSet found)
      throws IOException {
    int start = stretches.of(from);
    int end = stretches.of(to - 1) + 1;
    int[] lows = new int[end - start];
    int[] highs = new int[end - start];
    Arrays.fill(lows, Integer.MAX_VALUE);
    for (int kind = next(wanted, 0); kind < kinds(); kind = next(wanted, kind + 1)) {
      for (int entry = entry(kind, start); entry < end(kind) && places[entry] < end; entry++) {
        if (counts[entry] < 2) {
          set(first(entry), from, to, found);
          set(last(entry), from, to, found);
        } else {
          int at = places[entry] - start;
          lows[at] = Math.min(lows[at], first(entry));
          highs[at] = Math.max(highs[at], last(entry) + 1);
        }
      }
    }
    for (int i = 0; i < lows.length; i++) {
      int high = Math.min(highs[i], to);
      for (int document = Math.max(lows[i], from); document < high; document++) {
        if (wanted.get(kindOf.of(document))) {
          found.set(document - from);
        }
      }
    }
  }

  private int next(FixedBitSet wanted, int kind) {
    return kind >= wanted.length() ? Integer.MAX_VALUE : wanted.nextSetBit(kind);
  }

  private static void set(int document, int from, int to, FixedBitSet found) {
    if (document >= from && document < to) {
      found.set(document - from);
    }
  }

  /** Bytes of memory. */
  public long bytes() {
    return stretches.bytes() + 8L * starts.length + 10L * places.length;
  }

  int[] starts() {
    return starts;
  }

  int[] places() {
    return places;
  }

  char[] counts() {
    return counts;
  }

  char[] firsts() {
    return firsts;
  }

  char[] lasts() {
    return lasts;
  }

  /** Hears of the kinds of all documents, stretch by stretch. */
  static final class Builder {
    private final int[] entryOfKind;
    private final int[] sizes;
    private int[] kinds = new int[256];
    private int[] places = new int[256];
    private char[] counts = new char[256];
    private char[] firsts = new char[256];
    private char[] lasts = new char[256];
    private int size;

    Builder(int kindCount) {
      entryOfKind = new int[kindCount];
      Arrays.fill(entryOfKind, -1);
      sizes = new int[kindCount];
    }

    /** Takes in a document of {@code kind} at {@code place} of {@code stretch}. */
    void add(int stretch, int place, int kind) {
      int entry = entryOfKind[kind];
      if (entry < 0 || places[entry] != stretch) {
        entry = open(stretch, place, kind);
      } else {
        counts[entry]++;
      }
      lasts[entry] = (char) place;
    }

    private int open(int stretch, int place, int kind) {
      if (size == kinds.length) {
        kinds = ArrayUtil.grow(kinds, size + 1);
        places = Arrays.copyOf(places, kinds.length);
        counts = Arrays.copyOf(counts, kinds.length);
        firsts = Arrays.copyOf(firsts, kinds.length);
        lasts = Arrays.copyOf(lasts, kinds.length);
      }
      kinds[size] = kind;
      places[size] = stretch;
      firsts[size] = (char) place;
      entryOfKind[kind] = size;
      sizes[kind]++;
      return size++;
    }

    Rollup build(Stretches stretches) {
      int[] starts = new int[sizes.length + 1];
      for (int kind = 0; kind < sizes.length; kind++) {
        starts[kind + 1] = starts[kind] + sizes[kind];
      }
      int[] next = starts.clone();
      int[] sortedPlaces = new int[size];
      char[] sortedCounts = new char[size];
      char[] sortedFirsts = new char[size];
      char[] sortedLasts = new char[size];
      for (int entry = 0; entry < size; entry++) {
        int at = next[kinds[entry]]++;
        sortedPlaces[at] = places[entry];
        sortedCounts[at] = counts[entry];
        sortedFirsts[at] = firsts[entry];
        sortedLasts[at] = lasts[entry];
      }
      return new Rollup(stretches, starts, sortedPlaces, sortedCounts, sortedFirsts, sortedLasts);
    }
  }
}
