// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static dev.clew.pattern.CharClass.AT;
import static dev.clew.pattern.CharClass.BREAK;
import static dev.clew.pattern.CharClass.COLON;
import static dev.clew.pattern.CharClass.DIGIT;
import static dev.clew.pattern.CharClass.SLASH;

import java.util.Arrays;

/**
 * One pass over a message that copies it to the text of its shape and notes where the variables
 * are. A token is a run of characters without a {@link CharClass#BREAK}; only those with a digit,
 * an {@code @} or a {@code ://} are looked at, which is the fast and the usual case. Not
 * thread-safe; one message after the other may be given to it.
 */
final class ShapeScanner {
  private static final int STRIDE = 3;

  /** Room for longer messages is not kept. */
  private static final int KEPT = 1 << 14;

  /** Without one of these a token holds no variable. */
  private static final int SIGNS = DIGIT | AT | COLON;

  private char[] in = new char[0];
  private char[] out = in;
  private int size;
  private int length;
  private int[] bounds = new int[16];
  private int variables;

  /** Scans {@code body} and forgets what was scanned before. */
  void scan(String body) {
    size = body.length();
    if (in.length < size || in.length > KEPT) {
      in = new char[Math.max(size, 256)];
      out = new char[in.length];
    }
    body.getChars(0, size, in, 0);
    length = 0;
    variables = 0;
    scan();
  }

  /** The text of the shape that was scanned last. */
  String text() {
    return new String(out, 0, length);
  }

  /** A hash of the same text: one of so many characters takes part, which tell most apart. */
  int hash() {
    int hash = length;
    for (int i = 0; i < length; i += STRIDE) {
      hash = 31 * hash + out[i];
    }
    return hash;
  }

  /** The same text, {@link #length} characters of it; valid until the next scan. */
  char[] shape() {
    return out;
  }

  int length() {
    return length;
  }

  int variables() {
    return variables;
  }

  /** Where in the body variable {@code i} begins. */
  int start(int i) {
    return bounds[2 * i];
  }

  /** Where in the body variable {@code i} ends. */
  int end(int i) {
    return bounds[2 * i + 1];
  }

  /** Goes from one sign of a variable to the next; what lies between is copied as it is. */
  private void scan() {
    int copied = 0;
    int at = sign(0);
    while (at < size) {
      if (VariableType.isMarker(in[at])) {
        copy(copied, at);
        variable(at, at + 1, VariableType.ID);
        copied = at + 1;
      } else {
        int start = start(copied, at);
        copy(copied, start);
        copied = token(start);
      }
      at = sign(copied);
    }
    copy(copied, size);
  }

  /** The first character from {@code at} that is a marker or may belong to a variable. */
  private int sign(int at) {
    int next = at;
    while (next < size && !isSign(next)) {
      next++;
    }
    return next;
  }

  private boolean isSign(int at) {
    char c = in[at];
    if (c >= 128) {
      return VariableType.isMarker(c);
    }
    int kind = CharClass.of(c);
    return (kind & SIGNS) != 0 && (kind != COLON || (at + 1 < size && in[at + 1] == '/'));
  }

  /** Where the token around {@code at} begins, not before {@code from}. */
  private int start(int from, int at) {
    int start = at;
    while (start > from && CharClass.of(in[start - 1]) != BREAK) {
      start--;
    }
    return start;
  }

  /** Scans a token that may hold variables and returns where to go on. */
  private int token(int start) {
    int end = start;
    int seen = 0;
    for (int kind = CharClass.of(in[end]); kind != BREAK; ) {
      seen |= kind;
      end++;
      kind = end < size ? CharClass.of(in[end]) : BREAK;
    }
    if ((seen & (COLON | SLASH)) == (COLON | SLASH)) {
      int address = address(start, end);
      int stop = address < 0 ? -1 : urlEnd(address);
      if (stop > address) {
        copy(start, address);
        variable(address, stop, VariableType.URL);
        return stop;
      }
    }
    int stop = trimmed(start, end);
    if ((seen & AT) != 0 && isEmail(start, stop)) {
      variable(start, stop, VariableType.EMAIL);
    } else if ((seen & DIGIT) != 0) {
      new TokenScanner(this, in, stop, seen).scan(start);
    } else {
      copy(start, stop);
    }
    copy(stop, end);
    return end;
  }

  /** Where the address after {@code scheme://} begins, or -1. */
  private int address(int start, int end) {
    int at = start;
    while (at < end && (Character.isLetter(in[at]) || in[at] == '.' || in[at] == '+')) {
      at++;
    }
    boolean found = at > start && at + 3 < end && in[at] == ':' && in[at + 1] == '/';
    return found && in[at + 2] == '/' ? at + 3 : -1;
  }

  /** A URL goes on over {@code , ; = |} and stops before brackets, quotes and white space. */
  private int urlEnd(int start) {
    int at = start;
    while (at < size
        && (CharClass.of(in[at]) != BREAK || in[at] == '=' || in[at] == ',' || in[at] == ';')) {
      at++;
    }
    return trimmed(start, at);
  }

  /** Leaves out the punctuation that ends a clause rather than a value. */
  private int trimmed(int start, int end) {
    int stop = end;
    while (stop > start && ".:,;!?*".indexOf(in[stop - 1]) >= 0) {
      stop--;
    }
    return stop;
  }

  private boolean isEmail(int start, int end) {
    int at = -1;
    int dot = -1;
    for (int i = start; i < end; i++) {
      if (in[i] == '@') {
        if (at >= 0) {
          return false;
        }
        at = i;
      } else if (in[i] == '.') {
        dot = i;
      } else if (in[i] == '/' || in[i] == ':' || in[i] == '\\') {
        return false;
      }
    }
    return at > start && dot > at + 1 && end - dot > 2 && Character.isLetter(in[dot + 1]);
  }

  void copy(int start, int end) {
    System.arraycopy(in, start, out, length, end - start);
    length += end - start;
  }

  void variable(int start, int end, VariableType type) {
    if (2 * variables == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * variables] = start;
    bounds[2 * variables + 1] = end;
    variables++;
    out[length++] = type.marker();
  }
}
