// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.TimeText;
import dev.clew.event.EventTime;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import dev.clew.pipe.table.TableRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a pipeline as aligned columns: numbers to the right, estimates marked with {@code ~}.
 */
public final class TableText {
  private static final int WIDTH = 120;

  private TableText() {}

  /** Prints {@code table}, which holds no events, with times in {@code zone}. */
  public static void print(Console console, Table table, ZoneId zone) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(column -> Console.safe(column.name(), WIDTH)).toList());
    for (Row row : table.rows()) {
      lines.add(line((TableRow) row, zone));
    }
    int[] width = new int[table.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        String padding = " ".repeat(width[i] - line.get(i).length());
        boolean right = table.columns().get(i).role() == Column.Role.MEASURE;
        text.append(i == 0 ? "" : "  ");
        text.append(right ? padding + line.get(i) : line.get(i) + padding);
      }
      console.print(text.toString().stripTrailing());
    }
  }

  private static List<String> line(TableRow row, ZoneId zone) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      cells.add(cell(row.columns().get(i), row.cells().get(i), zone));
    }
    return cells;
  }

  private static String cell(Column column, Cell cell, ZoneId zone) {
    return switch (cell) {
      case Cell.Missing missing -> column.role() == Column.Role.KEY ? "(none)" : "-";
      case Cell.Time time -> TimeText.print(EventTime.instant(time.epochNanos()), zone);
      case Cell.Numeric number -> (column.estimated() ? "~" : "") + number.text();
      default -> Console.safe(cell.text(), WIDTH);
    };
  }
}
