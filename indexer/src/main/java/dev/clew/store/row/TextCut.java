// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.query.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a text is cut into literals and slots. Slots never share a word with what stands beside
 * them. Words with a digit become slots by themselves: what differs between two lines of one
 * statement mostly holds a digit. Not thread-safe.
 */
final class TextCut {
  /** Lengths of the groups of a UUID; a group without a digit looks like a word. */
  private static final int[] UUID_GROUPS = {4, 8, 12};

  private static final int MAX_SLOTS = 4096;

  private static final int DIGIT = 1;
  private static final int HEX_LETTER = 2;
  private static final int LETTER = 4;

  /** What each ASCII character is to a word; 0 for those that end it. */
  private static final byte[] KINDS = kinds();

  private String text = "";
  private byte @Nullable [] ascii;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;
  private int marked;
  private final int[] markStarts = new int[64];
  private final int[] markEnds = new int[64];

  /**
   * Starts over with {@code text}.
   *
   * @param ascii its characters when all are ASCII, else null
   */
  void restart(String text, byte @Nullable [] ascii) {
    this.text = text;
    this.ascii = ascii;
    count = 0;
    marked = 0;
  }

  /** Makes {@code start} up to {@code end} one slot unless it meets another. */
  void mark(int start, int end) {
    if (start >= end || marked == markStarts.length) {
      return;
    }
    int at = marked;
    while (at > 0 && markStarts[at - 1] > start) {
      at--;
    }
    if ((at > 0 && markEnds[at - 1] > start) || (at < marked && markStarts[at] < end)) {
      return;
    }
    System.arraycopy(markStarts, at, markStarts, at + 1, marked - at);
    System.arraycopy(markEnds, at, markEnds, at + 1, marked - at);
    markStarts[at] = start;
    markEnds[at] = end;
    marked++;
  }

  /** Finds all slots; false when there are too many. */
  boolean cut() {
    int from = 0;
    for (int i = 0; i < marked; i++) {
      cutWords(from, markStarts[i]);
      add(markStarts[i], markEnds[i]);
      from = markEnds[i];
    }
    cutWords(from, text.length());
    return count <= MAX_SLOTS;
  }

  private void cutWords(int from, int to) {
    byte[] line = ascii;
    if (line == null) {
      cutOthers(from, to);
    } else {
      cutAscii(line, from, to);
    }
  }

  private void cutAscii(byte[] line, int from, int to) {
    int at = from;
    while (at < to) {
      int start = at;
      int seen = 0;
      while (at < to && KINDS[line[at]] != 0) {
        seen |= KINDS[line[at]];
        at++;
      }
      if (at == start) {
        at++;
      } else {
        cutWord(start, at, seen);
      }
    }
  }

  private void cutWord(int start, int end, int seen) {
    if ((seen & DIGIT) != 0
        || end - start > Words.MAX_LENGTH
        || (seen == HEX_LETTER && isUuidGroup(start, end))) {
      add(start, end);
    }
  }

  int count() {
    return count;
  }

  int start(int slot) {
    return starts[slot];
  }

  int end(int slot) {
    return ends[slot];
  }

  /** The slot that starts at {@code at}; -1 when none does. */
  int slotAt(int at) {
    int found = Arrays.binarySearch(starts, 0, count, at);
    return found < 0 ? -1 : found;
  }

  /** How many slots start before {@code at}. */
  int slotsBefore(int at) {
    int found = Arrays.binarySearch(starts, 0, count, at);
    return found < 0 ? -found - 1 : found;
  }

  private void cutOthers(int from, int to) {
    int at = from;
    while (at < to) {
      int start = at;
      int seen = 0;
      while (at < to) {
        char c = text.charAt(at);
        int kind = c < 128 ? KINDS[c] : isOtherPart(at, c) ? LETTER : 0;
        if (kind == 0) {
          break;
        }
        seen |= kind;
        at++;
      }
      if (at == start) {
        at++;
      } else {
        cutWord(start, at, seen);
      }
    }
  }

  private boolean isOtherPart(int at, char c) {
    // half a character belongs to what the whole one is
    if (Character.isLowSurrogate(c) && at > 0) {
      return Words.isPart(text.codePointBefore(at + 1));
    }
    return Words.isPart(text.codePointAt(at));
  }

  private boolean isUuidGroup(int start, int end) {
    boolean dashed =
        (start > 0 && text.charAt(start - 1) == '-')
            || (end < text.length() && text.charAt(end) == '-');
    for (int length : UUID_GROUPS) {
      if (dashed && end - start == length) {
        return true;
      }
    }
    return false;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c = 0; c < 128; c++) {
      boolean digit = c >= '0' && c <= '9';
      char lower = (char) (c | 0x20);
      boolean letter = lower >= 'a' && lower <= 'z' && c >= 'A';
      kinds[c] = (byte) (digit ? DIGIT : letter ? lower <= 'f' ? HEX_LETTER : LETTER : 0);
    }
    return kinds;
  }
}
