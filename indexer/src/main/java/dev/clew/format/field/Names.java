// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

/** Tells names of loggers, classes and threads from other words. */
public final class Names {
  private Names() {}

  /** Where a word of letters, digits and the marks that names use ends, a final colon included. */
  public static int end(String line, int from, int end) {
    int at = from;
    while (at < end && isPart(line.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isPart(char c) {
    return Text.isWordPart(c)
        || c == '.'
        || c == '$'
        || c == ':'
        || c == '-'
        || c == '/'
        || c == '@'
        || c == '#';
  }

  /** {@code com.acme.Pay}, {@code o.a.h.Hdfs$1}, {@code app::pay}, {@code pay.go:12}. */
  public static boolean isDotted(String line, int from, int to) {
    boolean joined = false;
    boolean starts = true;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (c == '.' || c == ':' || c == '/') {
        joined |= c != '/' && i > from;
        starts = true;
      } else {
        boolean digit = Text.isDigit(c);
        if (starts && digit && (i == from || line.charAt(i - 1) != ':')) {
          return false;
        }
        starts = false;
      }
    }
    return joined
        && Text.isLetter(line.charAt(from))
        && line.charAt(to - 1) != '.'
        && !isUrl(line, from, to);
  }

  private static boolean isUrl(String line, int from, int to) {
    int mark = line.indexOf("://", from);
    return mark >= 0 && mark < to;
  }

  /** {@code PaymentService}, {@code DefaultDispatcher$1}: a capital, then small letters. */
  public static boolean isClass(String line, int from, int to) {
    int capitals = 0;
    int small = 0;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (!Text.isWordPart(c) && c != '$') {
        return false;
      }
      capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
      small += c >= 'a' && c <= 'z' ? 1 : 0;
    }
    return capitals >= 2 && small >= 2 && Character.isUpperCase(line.charAt(from));
  }

  /** {@code 4711}, {@code 31245:12}, {@code 0.32572.1}, {@code 1:M}. */
  public static boolean isNumber(String line, int from, int to) {
    if (!Text.isDigit(line.charAt(from)) || to - from > 24) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (!Text.isDigit(c) && c != '.' && c != ':' && c != '#' && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code main}, {@code http-nio-8080-exec-1}, {@code SYNC thread #1}, {@code qtp1038934055-16}.
   */
  public static boolean isThread(String line, int from, int to, boolean spaced) {
    if (to - from > 120) {
      return false;
    }
    String name = line.substring(from, to);
    if (spaced) {
      return name.contains("hread") || name.contains("xecutor") || name.contains("pool");
    }
    boolean numbered = false;
    for (int i = 0; i < name.length() && !numbered; i++) {
      numbered = Text.isDigit(name.charAt(i));
    }
    boolean marked = numbered && (name.indexOf('-') > 0 || name.indexOf('#') > 0);
    return name.equals("main") || ((marked || name.contains("hread")) && !isAddress(name));
  }

  private static boolean isAddress(String name) {
    return name.indexOf('/') >= 0 || (Text.isDigit(name.charAt(0)) && name.indexOf('.') > 0);
  }

  /**
   * Gives the logger that ends a line in parentheses, as Kafka has it, to {@code draft}.
   *
   * @return where the text before it ends
   */
  public static int loggerAtEnd(String line, int from, Draft draft) {
    int end = line.length();
    int open =
        draft.logger() == null && end > 0 && line.charAt(end - 1) == ')'
            ? line.lastIndexOf(" (")
            : -1;
    int start = open + 2;
    boolean named =
        open > from
            && end - 1 > start
            && end(line, start, end - 1) == end - 1
            && line.indexOf('.', start) != line.lastIndexOf('.')
            && isDotted(line, start, end - 1);
    if (!named) {
      return end;
    }
    draft.logger(line.substring(start, end - 1));
    return open;
  }

  /** {@code (File.java:method(12))} and {@code (file.py:12)}: a place in source code. */
  public static boolean isPlace(String line, int open, int end) {
    if (open >= end || line.charAt(open) != '(') {
      return false;
    }
    int colon = line.indexOf(':', open);
    int dot = colon < 0 ? -1 : line.lastIndexOf('.', colon);
    int space = Text.indexOfSpace(line, open, end);
    return dot > open && colon - dot <= 6 && (space < 0 || space > colon);
  }

  /** Several ids, empty places and {@code key:value} pairs, blanks between them. */
  public static boolean isContext(String line, int from, int to) {
    String text = line.substring(from, to);
    if (text.indexOf(' ') < 0) {
      return false;
    }
    for (String part : text.split(" ")) {
      boolean id = part.indexOf(':') > 0 || part.indexOf('=') > 0;
      for (int i = 0; i < part.length() && part.length() > 3; i++) {
        id |= Text.isDigit(part.charAt(i));
      }
      if (!id && !part.equals("-") && !part.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A name that syslog gives to a program: {@code sshd}, {@code postfix/smtpd}, {@code cron(8)}.
   */
  public static boolean isProgram(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Text.isWordPart(c) && "-./()@+%~".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() < 65;
  }

  /**
   * The name of the workload behind a Kubernetes pod: {@code payment-5d4c7b9f8-x2x7z} is {@code
   * payment}, {@code db-0} is {@code db}.
   */
  public static String ofPod(String pod) {
    String name = pod;
    for (int i = 0; i < 2; i++) {
      int dash = name.lastIndexOf('-');
      String last = name.substring(dash + 1);
      boolean ordinal =
          i == 0 && !last.isEmpty() && last.length() < 4 && isNumber(last, 0, last.length());
      boolean generated = i == 0 ? last.length() == 5 : last.length() >= 8 && last.length() <= 10;
      if (dash <= 0 || !(ordinal || (generated && isGenerated(last)))) {
        return name;
      }
      name = name.substring(0, dash);
      if (ordinal) {
        return name;
      }
    }
    return name;
  }

  /** Kubernetes makes such names of consonants and digits. */
  private static boolean isGenerated(String text) {
    return text.chars().noneMatch(c -> "aeiou01".indexOf(c) >= 0 && Character.isLetter(c));
  }

  /** A short word that names a part of a program. */
  public static boolean isTag(String line, int from, int to) {
    if (to - from > 120 || !Text.isLetter(line.charAt(from))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isPart(line.charAt(i)) && line.charAt(i) != ',') {
        return false;
      }
    }
    return true;
  }
}
