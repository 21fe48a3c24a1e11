// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Words;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** The words of an event's text as terms; phrases cannot reach from one piece to the next. */
final class WordStream extends TokenStream {
  private static final int PIECE_GAP = 2;

  // the order matters: a position attribute added first would bring an empty term of its own
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);

  private final byte[] bytes = new byte[WordTerm.maxBytes()];
  private final BytesRef ref = new BytesRef(bytes);
  private List<String> pieces = List.of();
  private int piece;
  private String text = "";
  private int at;
  private int[] bounds = new int[64];
  private int boundCount = -1;
  private boolean pieceStarts;

  /** Starts over with {@code pieces}. */
  void restart(List<String> pieces) {
    this.pieces = pieces;
    piece = 0;
    text = "";
    at = 0;
    boundCount = -1;
    pieceStarts = false;
  }

  @Override
  public boolean incrementToken() {
    while (!(boundCount < 0 ? nextAscii() : nextOther())) {
      if (piece == pieces.size()) {
        return false;
      }
      open(pieces.get(piece++));
    }
    ref.offset = 0;
    term.setBytesRef(ref);
    position.setPositionIncrement(pieceStarts && piece > 1 ? PIECE_GAP : 1);
    pieceStarts = false;
    return true;
  }

  private void open(String next) {
    text = next;
    at = 0;
    pieceStarts = true;
    boundCount = -1;
    if (!isAscii(next)) {
      boundCount = 0;
      Words.scan(
          next,
          (start, end) -> {
            bounds = org.apache.lucene.util.ArrayUtil.grow(bounds, boundCount + 2);
            bounds[boundCount++] = start;
            bounds[boundCount++] = end;
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
    int length = text.length();
    while (at < length && !Words.isPart(text.charAt(at))) {
      at++;
    }
    int size = 1;
    boolean digit = false;
    boolean letter = false;
    while (at < length && size <= Words.MAX_LENGTH) {
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

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
