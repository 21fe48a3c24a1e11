// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding a source most likely is.
 *
 * <p>The byte order mark decides; without one, zeros in the pattern of UTF-16 or UTF-32; then UTF-8
 * if its lines are well-formed. Lines that are not are compared in every further encoding by their
 * {@linkplain Likelihood likelihood}: the one that explains their characters with the fewest bits
 * wins, if it explains them well at all.
 *
 * @param encoding of the source
 * @param other the encoding of lines that are not well-formed in UTF-8; null when none fits them
 */
record EncodingGuess(TextEncoding encoding, @Nullable TextEncoding other) {
  /** Bytes looked at. */
  static final int SAMPLE = 1 << 16;

  /** A source with fewer lines of UTF-8 among its others than one in this many has none. */
  private static final int RARE = 10;

  private static final List<TextEncoding> OTHERS =
      List.of(
          TextEncoding.WINDOWS_1252,
          TextEncoding.WINDOWS_1250,
          TextEncoding.WINDOWS_1251,
          TextEncoding.KOI8_R,
          TextEncoding.SHIFT_JIS,
          TextEncoding.EUC_JP,
          TextEncoding.EUC_KR,
          TextEncoding.BIG5,
          TextEncoding.GB18030);

  /** The guess for a source whose first bytes are those of {@code head} up to {@code length}. */
  static EncodingGuess of(byte[] head, int length) {
    TextEncoding marked = ByteOrder.marked(head, length);
    if (marked != null) {
      return new EncodingGuess(marked, null);
    }
    int end = Math.min(length, SAMPLE);
    TextEncoding wide = ByteOrder.unmarked(head, end);
    return wide == null ? narrow(head, 0, end) : new EncodingGuess(wide, null);
  }

  /** The guess for bytes of which is known that they are in units of one byte. */
  static EncodingGuess narrow(byte[] bytes, int from, int to) {
    int wellFormed = 0;
    int others = 0;
    byte[] odd = new byte[to - from];
    int length = 0;
    int start = from;
    for (int at = from; at < to; at++) {
      boolean last = at == to - 1;
      if (bytes[at] != '\n' && !last) {
        continue;
      }
      int end = at + 1;
      if (hasHighBit(bytes, start, end)) {
        if (Utf8.isValid(bytes, start, end)) {
          wellFormed++;
        } else {
          others++;
          System.arraycopy(bytes, start, odd, length, end - start);
          length += end - start;
        }
      }
      start = end;
    }
    if (others == 0) {
      return new EncodingGuess(TextEncoding.UTF_8, null);
    }
    TextEncoding best = best(odd, 0, length);
    return best == null || wellFormed * RARE >= others
        ? new EncodingGuess(TextEncoding.UTF_8, best)
        : new EncodingGuess(best, null);
  }

  /** The encoding that explains the bytes best; null when none does so well. */
  static @Nullable TextEncoding best(byte[] bytes, int from, int to) {
    if (Utf8.balance(bytes, from, to) > 0) {
      return null;
    }
    TextEncoding best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (TextEncoding each : OTHERS) {
      Likelihood likelihood = Likelihood.of(each, bytes, from, to);
      if (likelihood.isPlausible() && likelihood.bits() > most) {
        best = each;
        most = likelihood.bits();
      }
    }
    return best;
  }

  private static boolean hasHighBit(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return true;
      }
    }
    return false;
  }
}
