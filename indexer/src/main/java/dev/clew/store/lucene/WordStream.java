// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Words;
import dev.clew.store.row.RowEncoder;
import java.util.Objects;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of an event's text that its shape does not hold, as terms: those in slots, and those of
 * further pieces.
 */
final class WordStream extends TokenStream {
  // the order matters: a position attribute added first would bring an empty term of its own
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);

  private final byte[] bytes = new byte[WordTerm.maxBytes()];
  private final BytesRef ref = new BytesRef(bytes);
  private @Nullable RowEncoder event;
  private int slot;
  private int extra;
  private String text = "";
  private int at;
  private int end;
  private int[] bounds = new int[64];
  private int boundCount = -1;

  /** Starts over with what {@code event} took apart last. */
  void restart(RowEncoder event) {
    this.event = event;
    slot = 0;
    extra = 0;
    at = 0;
    end = 0;
    boundCount = -1;
  }

  @Override
  public boolean incrementToken() {
    while (!(boundCount < 0 ? nextAscii() : nextOther())) {
      if (!open()) {
        return false;
      }
    }
    ref.offset = 0;
    term.setBytesRef(ref);
    position.setPositionIncrement(1);
    return true;
  }

  private boolean open() {
    RowEncoder of = Objects.requireNonNull(event);
    while (slot < of.slots()) {
      int next = slot++;
      if (of.slotStart(next) >= 0) {
        open(of.text(), of.slotStart(next), of.slotEnd(next));
        return true;
      }
    }
    if (extra < of.extras().size()) {
      String piece = of.extras().get(extra++);
      open(piece, 0, piece.length());
      return true;
    }
    return false;
  }

  private void open(String next, int from, int to) {
    text = next;
    at = from;
    end = to;
    boundCount = -1;
    if (!isAscii(next, from, to)) {
      text = next.substring(from, to);
      at = 0;
      boundCount = 0;
      Words.scan(
          text,
          (start, stop) -> {
            bounds = org.apache.lucene.util.ArrayUtil.grow(bounds, boundCount + 2);
            bounds[boundCount++] = start;
            bounds[boundCount++] = stop;
          });
    }
  }

  private boolean nextOther() {
    if (at == boundCount) {
      return false;
    }
    BytesRef word = WordTerm.of(Words.fold(text.substring(bounds[at], bounds[at + 1]))).bytes();
    at += 2;
    System.arraycopy(word.bytes, word.offset, bytes, 0, word.length);
    ref.length = word.length;
    return true;
  }

  /** What {@link Words#scan} does, for text in which a character is a byte. */
  private boolean nextAscii() {
    while (at < end && !Words.isPart(text.charAt(at))) {
      at++;
    }
    int size = 1;
    boolean digit = false;
    boolean letter = false;
    while (at < end && size <= Words.MAX_LENGTH) {
      char c = text.charAt(at);
      if (!Words.isPart(c)) {
        break;
      }
      char folded = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      boolean isDigit = WordTerm.isDigit(folded);
      digit |= isDigit;
      letter |= !isDigit && !WordTerm.isHexLetter(folded);
      bytes[size++] = (byte) folded;
      at++;
    }
    bytes[0] = WordTerm.classOf(digit, letter);
    ref.length = size;
    return size > 1;
  }

  private static boolean isAscii(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
