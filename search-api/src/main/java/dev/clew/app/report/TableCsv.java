// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180). A text that a spreadsheet would run as a formula starts with an
 * apostrophe, which spreadsheets take for "this is text".
 */
public final class TableCsv {
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /** What an event shows of itself. */
  private static final List<String> EVENT = List.of("time", "level", "service", "msg");

  private TableCsv() {}

  /** Writes {@code table} to {@code out}, a line a row after a line of names. */
  public static void write(Table table, Appendable out) throws IOException {
    List<String> names =
        table.isEvents() ? EVENT : table.columns().stream().map(Column::name).toList();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(names.stream().map(TableCsv::harmless).toList());
      for (Row row : table.rows()) {
        csv.printRecord(names.stream().map(name -> text(row.cell(name))).toList());
      }
    }
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.Numeric number ? number.text() : harmless(cell.text());
  }

  /** A plain number is no formula, whatever its sign. */
  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !text.toLowerCase(Locale.ROOT).matches("[-+]?\\d{1,18}(\\.\\d{1,18})?")
        ? "'" + text
        : text;
  }
}
