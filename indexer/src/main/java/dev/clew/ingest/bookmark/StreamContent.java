// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Bytes that come once, in order: what a compressed file unfolds to. A stream that breaks off ends
 * there; whoever reads its lines meets the break again and tells of it.
 */
public final class StreamContent {
  private static final int STEP = 1 << 16;

  private final InputStream bytes;
  private final byte[] head;

  /** Takes the first bytes of {@code bytes}. */
  public StreamContent(InputStream bytes) {
    this.bytes = bytes;
    byte[] first = new byte[Fingerprint.MOST];
    int length = 0;
    for (int read = 0; read >= 0 && length < first.length; read = read(first, length)) {
      length += read;
    }
    this.head = Arrays.copyOf(first, length);
  }

  private int read(byte[] into, int from) {
    try {
      return bytes.read(into, from, into.length - from);
    } catch (IOException broken) {
      return -1;
    }
  }

  /** The first bytes, at most {@value Fingerprint#MOST}. */
  public byte[] head() {
    return head.clone();
  }

  /** Those of {@code bookmarks} up to which the stream is what was read; to be asked once. */
  public List<Bookmark> agreeing(Collection<Bookmark> bookmarks) {
    List<Bookmark> nearestFirst = new ArrayList<>(bookmarks);
    nearestFirst.removeIf(each -> !startsLike(each));
    nearestFirst.sort(Comparator.comparingLong(Bookmark::offset));
    List<Bookmark> agreeing = new ArrayList<>();
    Trail trail = new Trail();
    int headUsed = 0;
    byte[] step = new byte[STEP];
    for (Bookmark each : nearestFirst) {
      int fromHead = (int) Math.min(head.length - headUsed, each.offset() - trail.offset());
      trail.add(ByteBuffer.wrap(head, headUsed, fromHead));
      headUsed += fromHead;
      while (trail.offset() < each.offset()) {
        int most = (int) Math.min(STEP, each.offset() - trail.offset());
        int read = read(step, STEP - most);
        if (read < 0) {
          return agreeing;
        }
        trail.add(ByteBuffer.wrap(step, STEP - most, read));
      }
      if (endsLike(trail, each)) {
        agreeing.add(each);
      }
    }
    return agreeing;
  }

  private boolean startsLike(Bookmark each) {
    int length = each.head().length();
    return head.length >= length && Fingerprint.of(head, 0, length).equals(each.head());
  }

  private static boolean endsLike(Trail trail, Bookmark each) {
    byte[] last = trail.last();
    int length = each.tail().length();
    return last.length >= length
        && Fingerprint.of(last, last.length - length, length).equals(each.tail());
  }
}
