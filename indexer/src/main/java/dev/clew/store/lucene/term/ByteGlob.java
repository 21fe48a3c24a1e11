// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** A glob without question marks, on UTF-8: millions of terms are tested without making text. */
final class ByteGlob {
  private final byte[] start;
  private final List<byte[]> middle;
  private final byte[] end;

  private ByteGlob(byte[] start, List<byte[]> middle, byte[] end) {
    this.start = start;
    this.middle = middle;
    this.end = end;
  }

  /** The test for {@code glob}, in which at least one star stands. */
  static ByteGlob of(String glob) {
    int first = glob.indexOf('*');
    int last = glob.lastIndexOf('*');
    List<byte[]> middle = new ArrayList<>();
    for (String part : glob.substring(first, last).split("\\*", -1)) {
      if (!part.isEmpty()) {
        middle.add(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteGlob(
        glob.substring(0, first).getBytes(StandardCharsets.UTF_8),
        middle,
        glob.substring(last + 1).getBytes(StandardCharsets.UTF_8));
  }

  /** True when {@code term} fits from its byte {@code from} on. */
  boolean matches(BytesRef term, int from) {
    int low = term.offset + from;
    int high = term.offset + term.length;
    if (high - low < start.length + end.length
        || !isAt(term.bytes, low, start)
        || !isAt(term.bytes, high - end.length, end)) {
      return false;
    }
    low += start.length;
    high -= end.length;
    for (byte[] part : middle) {
      while (low + part.length <= high && !isAt(term.bytes, low, part)) {
        low++;
      }
      if (low + part.length > high) {
        return false;
      }
      low += part.length;
    }
    return true;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (bytes[at + i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}
