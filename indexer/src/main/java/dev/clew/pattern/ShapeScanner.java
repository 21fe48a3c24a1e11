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
 * are. A token is a run of characters without a {@link CharClass#BREAK}; one without a digit is
 * copied as it is, which is the fast and the usual case. Not thread-safe; one message after the
 * other may be given to it.
 */
final class ShapeScanner {
  /** Room for longer messages is not kept. */
  private static final int KEPT = 1 << 14;

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

  private void scan() {
    int at = 0;
    int copied = 0;
    while (at < size) {
      int kind = CharClass.of(in[at]);
      if (kind == BREAK) {
        if (VariableType.isMarker(in[at])) {
          copy(copied, at);
          variable(at, at + 1, VariableType.ID);
          copied = at + 1;
        }
        at++;
        continue;
      }
      int seen = 0;
      int stop = at;
      while (kind != BREAK) {
        seen |= kind;
        stop++;
        kind = stop < size ? CharClass.of(in[stop]) : BREAK;
      }
      if ((seen & (DIGIT | AT)) != 0 || (seen & (COLON | SLASH)) == (COLON | SLASH)) {
        copy(copied, at);
        at = token(at, stop, seen);
        copied = at;
      } else {
        at = stop;
      }
    }
    copy(copied, size);
  }

  /** Scans a token that may hold variables and returns where to go on. */
  private int token(int start, int end, int seen) {
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
