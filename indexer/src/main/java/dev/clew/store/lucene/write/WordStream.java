// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.query.Words;
import dev.clew.store.lucene.print.FingerprintField;
import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.term.WordTerm;
import dev.clew.store.row.RowEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The words of an event's text that its shape does not hold: those in slots, and those of further
 * pieces. Words become terms; of numbers only those that come again and again do, for most occur
 * once: they become fingerprints. Where the shape does not tell where the message stands, all words
 * of it become terms of the message.
 */
final class WordStream extends TokenStream {
  /** Each ASCII character of a word as words are compared; 0 for those that end one. */
  private static final byte[] FOLDED = folded();

  // the order matters: a position attribute added first would bring an empty term of its own
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);

  private final BytesRef ref = new BytesRef();
  private final byte[] word = new byte[WordTerm.maxBytes()];
  private byte[] bytes = new byte[256];
  private int[] ends = new int[16];
  private final FrequentNumbers frequent = new FrequentNumbers();
  private int count;
  private int next;
  private int bodyStart;
  private int bodyEnd;

  /** Where in the event's text the piece starts that is looked at. */
  private int shift;

  /**
   * Finds the words of what {@code event} took apart last; adds those of numbers to {@code ids}.
   */
  void restart(RowEncoder event, FingerprintField ids) {
    count = 0;
    next = 0;
    byte[] ascii = event.ascii();
    bodyStart = event.bodyStart();
    bodyEnd = event.bodyEnd();
    for (int slot = 0; slot < event.slots(); slot++) {
      int start = event.slotStart(slot);
      if (start >= 0 && ascii != null) {
        find(ascii, start, event.slotEnd(slot), ids);
      } else if (start >= 0) {
        find(event.text(), start, event.slotEnd(slot), ids);
      }
    }
    String loose = event.looseBody();
    if (!loose.isEmpty() && bodyStart >= 0 && !event.isOpen()) {
      // its slots were read, its literals were not
      find(event.text(), bodyStart, bodyEnd, ids);
    }
    bodyStart = 0;
    bodyEnd = event.bodyStart() < 0 ? loose.length() : 0;
    find(loose, 0, bodyEnd, ids);
    bodyEnd = 0;
    for (String piece : event.extras()) {
      find(piece, 0, piece.length(), ids);
    }
  }

  @Override
  public boolean incrementToken() {
    if (next == count) {
      return false;
    }
    ref.bytes = bytes;
    ref.offset = next == 0 ? 0 : ends[next - 1];
    ref.length = ends[next++] - ref.offset;
    term.setBytesRef(ref);
    position.setPositionIncrement(1);
    return true;
  }

  private void find(String text, int from, int to, FingerprintField ids) {
    byte[] utf8 = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
    if (utf8.length == to - from) {
      shift = from;
      find(utf8, 0, utf8.length, ids);
      shift = 0;
    } else {
      // in other scripts words are cut by other rules
      findOther(text, from, to, ids);
    }
  }

  /** What {@link Words#scan} does, for text in which a character is a byte. */
  private void find(byte[] ascii, int from, int to, FingerprintField ids) {
    int at = from;
    while (at < to) {
      if (FOLDED[ascii[at]] == 0) {
        at++;
      } else {
        at = word(ascii, at, to, ids);
      }
    }
  }

  private void findOther(String text, int from, int to, FingerprintField ids) {
    Words.scan(
        text.substring(from, to),
        (start, end) -> {
          String folded = Words.fold(text.substring(from + start, from + end));
          BytesRef found = WordTerm.of(folded, false).bytes();
          System.arraycopy(found.bytes, found.offset, word, 0, found.length);
          add(found.length, from + start, ids);
        });
  }

  private int word(byte[] ascii, int from, int to, FingerprintField ids) {
    int end = Math.min(to, from + Words.MAX_LENGTH);
    int at = from;
    int size = 1;
    boolean digit = false;
    boolean letter = false;
    while (at < end) {
      byte folded = FOLDED[ascii[at]];
      if (folded == 0) {
        break;
      }
      boolean isDigit = WordTerm.isDigit(folded);
      digit |= isDigit;
      letter |= !isDigit && !WordTerm.isHexLetter(folded);
      word[size++] = folded;
      at++;
    }
    word[0] = WordTerm.classOf(digit, letter);
    add(size, from, ids);
    return at;
  }

  private void add(int size, int at, FingerprintField ids) {
    if (word[0] == WordTerm.NUMBER) {
      int hash = Fingerprints.of(word, 1, size - 1);
      if (!frequent.isFrequent(hash)) {
        ids.add(hash);
        return;
      }
    }
    int place = at + shift;
    word[0] += place >= bodyStart && place < bodyEnd ? WordTerm.BODY : 0;
    int start = count == 0 ? 0 : ends[count - 1];
    if (start + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + size));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    System.arraycopy(word, 0, bytes, start, size);
    ends[count++] = start + size;
  }

  private static byte[] folded() {
    byte[] folded = new byte[128];
    for (int c = 0; c < folded.length; c++) {
      folded[c] = (byte) (Words.isPart(c) ? Character.toLowerCase(c) : 0);
    }
    return folded;
  }
}
