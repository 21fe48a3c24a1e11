// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static dev.clew.pattern.CharClass.BACKSLASH;
import static dev.clew.pattern.CharClass.COLON;
import static dev.clew.pattern.CharClass.DASH;
import static dev.clew.pattern.CharClass.DOT;
import static dev.clew.pattern.CharClass.SLASH;
import static dev.clew.pattern.CharClass.WORD;
import static dev.clew.pattern.CharClass.isDigit;

import java.util.Set;

/** Finds the variables of one token that holds a digit: words, and what punctuation joins. */
final class TokenScanner {
  private static final Set<String> DOMAINS =
      Set.of("com", "org", "net", "io", "dev", "java", "javax", "jakarta", "edu", "gov", "sun");

  private final ShapeScanner sink;
  private final char[] in;
  private final int end;
  private final int seen;

  /** {@code seen} are the classes of the token's characters, added up. */
  TokenScanner(ShapeScanner sink, char[] in, int end, int seen) {
    this.sink = sink;
    this.in = in;
    this.end = end;
    this.seen = seen;
  }

  void scan(int start) {
    if (has(BACKSLASH) && backslashPath(start)) {
      return;
    }
    int at = start;
    while (at < end) {
      int segment = at == start || in[at - 1] == ':' ? segment(at) : -1;
      at = segment >= 0 ? segment : step(start, at);
    }
  }

  /** Takes what stands between two colons when it is one variable as a whole. */
  private int segment(int at) {
    if (!has(DOT | SLASH) || !Character.isLetter(in[at])) {
      return -1;
    }
    int stop = at;
    int slashes = 0;
    boolean digit = false;
    while (stop < end && in[stop] != ':' && in[stop] != '?') {
      slashes += in[stop] == '/' ? 1 : 0;
      digit |= isDigit(in[stop++]);
    }
    if (!digit) {
      sink.copy(at, stop);
    } else if (slashes >= 2) {
      sink.variable(at, stop, VariableType.PATH);
    } else if (slashes == 0 && isHost(at, stop)) {
      sink.variable(at, stop, VariableType.HOST);
    } else {
      return -1;
    }
    return stop;
  }

  private int step(int start, int at) {
    int kind = CharClass.of(in[at]);
    if (kind == SLASH) {
      return slash(start, at);
    }
    if ((kind & WORD) != 0 || isSign(start, at)) {
      return word(start, at);
    }
    if (kind == COLON && at == start && Notation.ipv6(in, at, end) == end) {
      sink.variable(at, end, VariableType.IP);
      return end;
    }
    sink.copy(at, at + 1);
    return at + 1;
  }

  private boolean has(int kinds) {
    return (seen & kinds) != 0;
  }

  /** A sign belongs to the number when nothing a number could be taken from stands before it. */
  private boolean isSign(int start, int at) {
    boolean sign = in[at] == '-' || in[at] == '+';
    return sign
        && at + 1 < end
        && isDigit(in[at + 1])
        && (at == start || ((CharClass.of(in[at - 1]) & WORD) == 0 && in[at - 1] != '.'));
  }

  /** {@code C:\…}, {@code \\server\…}, {@code \Device\…}, with a digit behind the backslash. */
  private boolean backslashPath(int start) {
    int first = start;
    while (in[first] != '\\') {
      first++;
    }
    for (int i = first; i < end; i++) {
      if (isDigit(in[i]) && first - start <= 2) {
        sink.variable(start, end, VariableType.PATH);
        return true;
      }
    }
    return false;
  }

  /**
   * Three labels or more of lower-case letters, digits and dashes, the last one of letters. A name
   * that begins with a top-level domain is a package of Java, not a host.
   */
  private boolean isHost(int start, int stop) {
    int dots = 0;
    int letters = 0;
    int first = start;
    for (int i = start; i < stop; i++) {
      char c = in[i];
      if (c == '.') {
        first = dots++ == 0 ? i : first;
        letters = 0;
      } else if (c >= 'a' && c <= 'z') {
        letters++;
      } else if (isDigit(c) || c == '-') {
        letters = -stop;
      } else {
        return false;
      }
    }
    return dots >= 2 && letters >= 2 && !DOMAINS.contains(new String(in, start, first - start));
  }

  /** A path from its leading slash, or the slash between two words. */
  private int slash(int start, int at) {
    if (at > start && (CharClass.of(in[at - 1]) & WORD) != 0) {
      sink.copy(at, at + 1);
      return at + 1;
    }
    int ip = Notation.ipv4(in, at + 1, end);
    if (ip >= 0) {
      sink.variable(at, ip, VariableType.IP);
      return ip;
    }
    return path(at);
  }

  private int path(int at) {
    int stop = at;
    boolean digit = false;
    while (stop < end && in[stop] != ':' && in[stop] != '?') {
      digit |= isDigit(in[stop++]);
    }
    if (digit) {
      sink.variable(at, stop, VariableType.PATH);
    } else {
      sink.copy(at, stop);
    }
    return stop;
  }

  private int word(int start, int at) {
    boolean fresh = at == start || (CharClass.of(in[at - 1]) & WORD) == 0;
    int typed = fresh ? typed(at) : -1;
    if (typed >= 0) {
      return typed;
    }
    int stop = Word.end(in, at, end);
    VariableType type = Word.type(in, at, stop);
    if (type == null) {
      sink.copy(at, stop);
    } else {
      sink.variable(at, stop, type);
    }
    return stop;
  }

  /** Notations that run over punctuation, told by the punctuation the token holds at all. */
  private int typed(int at) {
    if (has(DASH)) {
      int uuid = Notation.uuid(in, at, end);
      if (uuid >= 0) {
        sink.variable(at, uuid, VariableType.UUID);
        return uuid;
      }
    }
    if (has(DOT) && isDigit(in[at])) {
      int ip = Notation.ipv4(in, at, end);
      if (ip >= 0) {
        sink.variable(at, ip, VariableType.IP);
        return ip;
      }
    }
    if (has(COLON | DASH | SLASH) && isDigit(in[at])) {
      int time = Notation.time(in, at, end);
      if (time >= 0) {
        sink.variable(at, time, VariableType.TIME);
        return time;
      }
    }
    return has(COLON) && Notation.isHex(in[at]) ? hexGroups(at) : -1;
  }

  private int hexGroups(int at) {
    int pairs = Notation.hexPairs(in, at, end);
    if (pairs >= 0) {
      sink.variable(at, pairs, VariableType.HEX);
      return pairs;
    }
    int ip = Notation.ipv6(in, at, end);
    if (ip >= 0) {
      sink.variable(at, ip, VariableType.IP);
    }
    return ip;
  }
}
