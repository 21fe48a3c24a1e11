// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import org.jspecify.annotations.Nullable;

/**
 * The text of the lines of one source. A line that is not well-formed in UTF-8 is read in the
 * encoding of its like, when that explains it well; else every ill-formed byte shows as U+FFFD. So
 * an overlong spelling is never taken for the character it hides. Byte order marks are out of view
 * wherever they stand.
 *
 * <p>Not thread-safe.
 */
public final class TextDecoder {
  private static final char UNDECODABLE = '\uFFFD';
  private static final String MARK = "\uFEFF";
  private static final int MAX_CHARACTER = 4;
  private static final int MAX_WORD = 256;

  private final TextEncoding encoding;
  private final boolean guessing;
  private @Nullable TextEncoding other;
  private TextEncoding used;
  private boolean errors;

  private TextDecoder(TextEncoding encoding, @Nullable TextEncoding other, boolean guessing) {
    this.encoding = encoding;
    this.other = other;
    this.guessing = guessing;
    this.used = encoding;
  }

  /** For a source in an encoding that is known. */
  public static TextDecoder of(TextEncoding encoding) {
    return new TextDecoder(encoding, null, encoding == TextEncoding.UTF_8);
  }

  /** For a source that starts with the bytes of {@code head} from {@code from} on. */
  public static TextDecoder guess(byte[] head, int from, int length) {
    byte[] first =
        java.util.Arrays.copyOfRange(head, from, Math.min(length, from + EncodingGuess.SAMPLE));
    EncodingGuess guess = EncodingGuess.of(first, first.length);
    return new TextDecoder(guess.encoding(), guess.other(), true);
  }

  /** The encoding of the source. */
  public TextEncoding encoding() {
    return encoding;
  }

  /** The encoding in which the line decoded last was read. */
  public TextEncoding used() {
    return used;
  }

  /**
   * In what the line decoded last was read: the name of an encoding, with a star when the line has
   * errors in it; null for UTF-8 without, and for ASCII in any encoding that spells it in that way.
   */
  public @Nullable String label() {
    return errors ? used.label() + "*" : used == TextEncoding.UTF_8 ? null : used.label();
  }

  /**
   * The text of a line of ASCII or another line, without its terminator.
   *
   * @param ascii that no byte of it is above 127
   */
  @SuppressWarnings("deprecation") // the constructor copies bytes as they are: right for ASCII
  public String decode(byte[] bytes, int start, int length, boolean ascii) {
    errors = false;
    if (ascii && encoding.unit() == 1) {
      used = TextEncoding.UTF_8;
      return new String(bytes, 0, start, bare(bytes, start, length));
    }
    used = encoding;
    String text = new String(bytes, start, length, encoding.charset());
    if (encoding == TextEncoding.UTF_8 && text.indexOf(UNDECODABLE) >= 0) {
      text = repaired(bytes, start, length, text);
    }
    errors |= encoding != TextEncoding.UTF_8 && text.indexOf(UNDECODABLE) >= 0;
    String unmarked = text.indexOf(MARK) < 0 ? text : text.replace(MARK, "");
    return unmarked.substring(0, bare(unmarked));
  }

  private String repaired(byte[] bytes, int start, int length, String text) {
    int end = start + length;
    if (Utf8.isValid(bytes, start, end)) {
      errors = Utf8.endsInside(bytes, start, end);
      return text;
    }
    int from = startsWithMark(bytes, start, length) ? start + 3 : start;
    TextEncoding better = Utf8.balance(bytes, from, end) > 0 ? null : other(bytes, from, end);
    if (better == null) {
      errors = true;
      return text;
    }
    used = better;
    return new String(bytes, from, end - from, better.charset());
  }

  /** The encoding of a line that is not UTF-8: that of its like, when it fits this one too. */
  private @Nullable TextEncoding other(byte[] bytes, int from, int end) {
    if (other == null && guessing) {
      other = EncodingGuess.best(bytes, from, Math.min(end, from + EncodingGuess.SAMPLE));
    }
    int sampled = Math.min(end, from + EncodingGuess.SAMPLE);
    return other != null && Likelihood.of(other, bytes, from, sampled).isPlausible() ? other : null;
  }

  private static boolean startsWithMark(byte[] bytes, int start, int length) {
    return length >= 3
        && bytes[start] == (byte) 0xef
        && bytes[start + 1] == (byte) 0xbb
        && bytes[start + 2] == (byte) 0xbf;
  }

  /** Bytes before the terminator: CR LF, LF or CR. */
  private static int bare(byte[] bytes, int start, int length) {
    int end = length;
    if (end > 0 && bytes[start + end - 1] == '\n') {
      end--;
    }
    return end > 0 && bytes[start + end - 1] == '\r' ? end - 1 : end;
  }

  private static int bare(String text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The text of a line, decoded apart from all others; {@link #label} stays what it is. */
  public String peek(byte[] bytes, int start, int length) {
    TextDecoder apart = new TextDecoder(encoding, other, guessing);
    return apart.decode(bytes, start, length, isAscii(bytes, start, start + length));
  }

  /**
   * Where to cut a line that is too long at {@code end} or a little before, so that no character is
   * cut in two.
   *
   * @param filled the end of the bytes at hand
   */
  public int boundary(byte[] bytes, int start, int end, int filled) {
    if (encoding.unit() > 1) {
      boolean pair = encoding.unit() == 2 && end - start > 2 && isHighSurrogate(bytes, end - 2);
      return pair ? end - 2 : end;
    }
    boolean utf8 = encoding == TextEncoding.UTF_8;
    int lowest = Math.max(start + 1, end - (utf8 ? MAX_CHARACTER : MAX_WORD));
    for (int cut = end; cut >= lowest && cut < filled; cut--) {
      if (utf8 ? (bytes[cut] & 0xc0) != 0x80 : !isInside(bytes[cut - 1])) {
        return cut;
      }
    }
    return end;
  }

  /** True when a character may go on after {@code b}; after a blank none does. */
  private boolean isInside(byte b) {
    return b < 0 || (!encoding.isAsciiSafe() && b > ' ');
  }

  private boolean isHighSurrogate(byte[] bytes, int at) {
    int high = bytes[encoding == TextEncoding.UTF_16LE ? at + 1 : at] & 0xfc;
    return high == 0xd8;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
