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
 * copied as it is, which is the fast and the usual case. Used once, by one thread.
 */
final class ShapeScanner {
  private final char[] in;
  private final char[] out;
  private int length;
  private int[] bounds = new int[16];
  private int variables;

  ShapeScanner(String body) {
    this.in = body.toCharArray();
    this.out = new char[in.length];
  }

  /** The text of the shape; valid after {@link #scan}. */
  String text() {
    return new String(out, 0, length);
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

  void scan() {
    int at = 0;
    while (at < in.length) {
      int stop = at;
      int seen = 0;
      while (stop < in.length) {
        int kind = CharClass.of(in[stop]);
        if (kind == BREAK) {
          break;
        }
        seen |= kind;
        stop++;
      }
      if (stop == at) {
        breakCharacter(at++);
      } else if ((seen & (DIGIT | AT)) != 0 || (seen & (COLON | SLASH)) == (COLON | SLASH)) {
        at = token(at, stop, seen);
      } else {
        copy(at, stop);
        at = stop;
      }
    }
  }

  private void breakCharacter(int at) {
    if (VariableType.isMarker(in[at])) {
      variable(at, at + 1, VariableType.ID);
    } else {
      out[length++] = in[at];
    }
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
    while (at < in.length
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
