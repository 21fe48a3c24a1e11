// SPDX-License-Identifier: Apache-2.0
package dev.clew.spreadsheet;

import java.util.Locale;

/**
 * Text for files that are opened in spreadsheets. One that a spreadsheet would run as a formula
 * starts with an apostrophe, which spreadsheets take for "this is text" (OWASP, CSV injection).
 */
public final class SpreadsheetText {
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /** The text, harmless; a plain number is no formula, whatever its sign. */
  public static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !text.toLowerCase(Locale.ROOT).matches("[-+]?\\d{1,18}(\\.\\d{1,18})?")
        ? "'" + text
        : text;
  }
}
