// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/**
 * The minutes of a segment: its documents are in order of time, so those of a minute follow each
 * other. A busy minute is several stretches. Immutable.
 */
public final class Stretches {
  /** Nanoseconds. */
  public static final long MINUTE = 60_000_000_000L;

  /** So that places in a stretch need few bits. */
  static final int MAX_SIZE = 1 << 16;

  /** The first document of each, then the number of documents. */
  private final int[] documents;

  /** Minutes since the epoch. */
  private final long[] minutes;

  /**
   * @param documents the first one of each, then the number of documents; not to be changed
   * @param minutes of each, since the epoch; not to be changed
   */
  Stretches(int[] documents, long[] minutes) {
    this.documents = documents;
    this.minutes = minutes;
  }

  public int size() {
    return minutes.length;
  }

  /** The first document of a stretch; after the last one, the number of documents. */
  public int document(int stretch) {
    return documents[stretch];
  }

  /** Nanoseconds: no document of the stretch is before it or a minute after it. */
  public long start(int stretch) {
    return minutes[stretch] * MINUTE;
  }

  /** The stretch that holds {@code document}. */
  public int of(int document) {
    int found = Arrays.binarySearch(documents, document);
    return found >= 0 ? found : -found - 2;
  }

  long minute(int stretch) {
    return minutes[stretch];
  }

  /** Bytes of memory. */
  long bytes() {
    return 12L * minutes.length;
  }

  /** Hears of the times of all documents, in order. */
  static final class Builder {
    private int[] documents = new int[64];
    private long[] minutes = new long[64];
    private int size;
    private int count;

    /** Takes in the next document; the number of its stretch. */
    int add(long epochNanos) {
      long minute = Math.floorDiv(epochNanos, MINUTE);
      if (size == 0 || minutes[size - 1] != minute || count - documents[size - 1] == MAX_SIZE) {
        if (size == minutes.length) {
          minutes = ArrayUtil.grow(minutes);
          documents = Arrays.copyOf(documents, minutes.length);
        }
        minutes[size] = minute;
        documents[size++] = count;
      }
      count++;
      return size - 1;
    }

    /** How many documents of the last one's stretch came before it. */
    int place() {
      return count - 1 - documents[size - 1];
    }

    Stretches build() {
      int[] all = Arrays.copyOf(documents, size + 1);
      all[size] = count;
      return new Stretches(all, Arrays.copyOf(minutes, size));
    }
  }
}
