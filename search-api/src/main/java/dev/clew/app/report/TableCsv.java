// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import dev.clew.spreadsheet.SpreadsheetText;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180). A text that a spreadsheet would run as a formula starts with an
 * apostrophe, which spreadsheets take for "this is text".
 */
public final class TableCsv {
  /** What an event shows of itself. */
  private static final List<String> EVENT = List.of("time", "level", "service", "msg");

  private TableCsv() {}

  /** Writes {@code table} to {@code out}, a line a row after a line of names. */
  public static void write(Table table, Appendable out) throws IOException {
    List<String> names =
        table.isEvents() ? EVENT : table.columns().stream().map(Column::name).toList();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(names.stream().map(SpreadsheetText::harmless).toList());
      for (Row row : table.rows()) {
        csv.printRecord(names.stream().map(name -> text(row.cell(name))).toList());
      }
    }
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.Numeric number
        ? number.text()
        : SpreadsheetText.harmless(cell.text());
  }
}
