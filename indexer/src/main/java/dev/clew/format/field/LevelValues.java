// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;
import java.util.Locale;

/** The severity that the values of a line name, by word or number. */
final class LevelValues {
  /** GELF counts severities as syslog does; this is its name for the message. */
  private static final String GELF_MESSAGE = "short_message";

  private LevelValues() {}

  static void read(NamedValues values, Draft draft) {
    while (values.has(Role.LEVEL)) {
      String word = String.valueOf(values.take(Role.LEVEL));
      Severity named = word(word);
      if (named == Severity.UNSPECIFIED && isNumber(word)) {
        named = number(values, values.nameOf(Role.LEVEL).toLowerCase(Locale.ROOT), word);
        draft.severity(named, word);
        return;
      }
      if (named != Severity.UNSPECIFIED) {
        draft.severity(named, word);
        mongo(values);
        return;
      }
      int next = values.next(Role.LEVEL, values.rank(Role.LEVEL));
      values.keep(Role.LEVEL);
      if (next >= 0) {
        values.choose(Role.LEVEL, next);
      }
    }
    String number = values.take(Role.LEVEL_NUMBER);
    if (number != null && isNumber(number)) {
      String name = values.nameOf(Role.LEVEL_NUMBER).toLowerCase(Locale.ROOT);
      draft.severity(
          name.contains("number")
              ? NumericLevels.openTelemetry(number)
              : number(values, name, number),
          null);
      return;
    }
    values.keep(Role.LEVEL_NUMBER);
    if (values.nameOf(Role.TIME).equals("@t")) {
      // the compact form of Serilog leaves out the level of most events
      draft.severity(Severity.INFO, null);
    }
  }

  /** MongoDB names severity, component and thread by letters that mean nothing elsewhere. */
  private static void mongo(NamedValues values) {
    if (values.nameOf(Role.LEVEL).equals("s")) {
      values.give(Role.LOGGER, "c");
      values.give(Role.THREAD, "ctx");
    }
  }

  private static Severity word(String word) {
    Severity whole = LevelWords.read(word);
    if (whole != Severity.UNSPECIFIED || word.length() > 40 || isNumber(word)) {
      return whole;
    }
    int to = word.length();
    while (to > 0 && !Text.isLetter(word.charAt(to - 1))) {
      to--;
    }
    int from = to;
    while (from > 0 && Text.isLetter(word.charAt(from - 1))) {
      from--;
    }
    return to - from < 3 ? whole : LevelWords.read(word.substring(from, to));
  }

  private static Severity number(NamedValues values, String name, String digits) {
    if (name.endsWith("severitylevel")) {
      return NumericLevels.applicationInsights(digits);
    }
    if (name.endsWith("no")) {
      return NumericLevels.python(digits);
    }
    if (name.endsWith("severity") && digits.length() == 3) {
      return NumericLevels.googleCloud(digits);
    }
    boolean syslog =
        values.get(GELF_MESSAGE) != null
            || name.contains("syslog")
            || name.endsWith("priority")
            || name.endsWith("severity");
    return NumericLevels.severity(digits, syslog);
  }

  private static boolean isNumber(String word) {
    if (word.isEmpty() || word.length() > 5) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Text.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
