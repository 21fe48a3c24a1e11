// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Text;

/** What a word of a line looks like. */
enum Kind {
  /** a severity, a colon after it allowed */
  LEVEL(1),
  /** one capital letter that some loggers write for a severity */
  LETTER(2),
  /** nothing but marks, or nothing at all between two bars */
  MARK(4),
  NUMBER(8),
  /** a long hexadecimal number or a UUID */
  ID(16),
  /** in brackets, to the bracket that closes */
  BRACKET(32),
  /** a name and a colon */
  TAG(64),
  /** a name with dots, colons, {@code #} or {@code $} in it: a logger, a file, a place in code */
  DOTTED(128),
  /** a name with a digit in it, as hosts have */
  NODE(256),
  /** letters, also with hyphens, slashes and underscores in it */
  WORD(512),
  /** anything else: addresses, values, quotes */
  OTHER(1024);

  private static final String LETTERS = "IWEFDVTCN";
  private static final int MIN_ID = 16;

  private final int bit;

  Kind(int bit) {
    this.bit = bit;
  }

  /** Stands for the kind in a set of kinds. */
  int bit() {
    return bit;
  }

  /** What stands in {@code line} from {@code from} to {@code to}. */
  static Kind of(String line, int from, int to, LevelWords levels) {
    if (from == to) {
      return MARK;
    }
    char first = line.charAt(from);
    if (first == '[' || first == '(' || first == '<' || first == '{') {
      return isClosed(line, first, to) ? BRACKET : OTHER;
    }
    if (!Text.isWordPart(first)) {
      if (first == '-' && to - from > 1 && Names.isNumber(line, from + 1, to)) {
        return NUMBER;
      }
      return marks(line, from, to)
          ? MARK
          : first == '/' || first == '@' ? name(line, from, to) : OTHER;
    }
    int letters = LevelWords.end(line, from);
    boolean last =
        letters == to - 1 && (line.charAt(letters) == ':' || line.charAt(letters) == ',');
    if ((letters == to || last) && levels.find(line, from, letters) != null) {
      return LEVEL;
    }
    if (to - from == 1 && LETTERS.indexOf(first) >= 0) {
      return LETTER;
    }
    return name(line, from, to);
  }

  private static boolean isClosed(String line, char open, int to) {
    char close = Cutter.closing(open);
    char last = line.charAt(to - 1);
    return last == close || (last == ':' && line.charAt(to - 2) == close);
  }

  private static boolean marks(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("-:|~>=*".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Kind name(String line, int from, int to) {
    int digits = 0;
    int hex = 0;
    int dashes = 0;
    boolean dotted = false;
    boolean tag = line.charAt(to - 1) == ':';
    int end = tag ? to - 1 : to;
    for (int i = from; i < end; i++) {
      char c = line.charAt(i);
      if (Text.isDigit(c)) {
        digits++;
      } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
        hex++;
      } else if (c == '-') {
        dashes++;
      } else if (c == ':') {
        // a colon before a number is a line of code; R01-N0-C:J12 is a machine
        dotted |= dashes == 0 || i + 1 == end || Text.isDigit(line.charAt(i + 1));
      } else if (c == '.' || c == '#' || c == '$') {
        dotted = true;
      } else if (!Text.isLetter(c) && "_/@+[]()<>".indexOf(c) < 0) {
        return OTHER;
      }
    }
    if (tag) {
      return digits < end - from ? TAG : OTHER;
    }
    if (digits == to - from) {
      return NUMBER;
    }
    if (digits > 0 && digits + hex + dashes == to - from && digits + hex >= MIN_ID) {
      return ID;
    }
    return shape(line, from, digits, dotted);
  }

  private static Kind shape(String line, int from, int digits, boolean dotted) {
    boolean letter = Text.isLetter(line.charAt(from));
    if (dotted) {
      return letter ? DOTTED : line.charAt(from) == '/' ? NODE : OTHER;
    }
    return digits > 0 ? (letter || line.charAt(from) == '/' ? NODE : OTHER) : WORD;
  }
}
