// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.json.Json;
import dev.clew.app.report.EventText;
import dev.clew.app.report.TableCsv;
import dev.clew.app.report.TableText;
import dev.clew.app.terminal.Console;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.table.CellJson;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what a pipeline gives. */
final class Pipelines {
  private Pipelines() {}

  /** How it is printed. */
  enum Form {
    TEXT,
    /** One JSON object a row. */
    JSON,
    CSV
  }

  static void print(Console console, Table table, ZoneId zone, Form form) {
    switch (form) {
      case TEXT -> text(console, table, zone);
      case JSON -> table.rows().forEach(row -> Json.print(console, json(row, table)));
      case CSV -> csv(console, table);
    }
    table.notes().forEach(note -> console.note("note: " + Console.safe(note, 300)));
    console.note(
        "%,d %s%s, times in %s"
            .formatted(
                table.rows().size(),
                table.isEvents() ? "events" : "rows",
                table.complete() ? "" : ", not complete",
                form == Form.TEXT ? zone : "UTC"));
  }

  private static void text(Console console, Table table, ZoneId zone) {
    if (!table.isEvents()) {
      TableText.print(console, table, zone);
      return;
    }
    for (Row row : table.rows()) {
      EventRow found = (EventRow) row;
      StringBuilder more = new StringBuilder();
      found
          .extracted()
          .forEach((name, value) -> more.append("  ").append(name).append('=').append(value));
      console.print(
          EventText.line(console, found.event(), zone) + Console.safe(more.toString(), 200));
    }
  }

  private static Object json(Row row, Table table) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (row instanceof EventRow found) {
      if (found.extracted().isEmpty()) {
        return EventJson.inList(found.event());
      }
      object.put("event", EventJson.inList(found.event()));
      object.put("fields", found.extracted());
      return object;
    }
    for (Column column : table.columns()) {
      object.put(column.name(), CellJson.of(row.cell(column.name())));
    }
    return object;
  }

  private static void csv(Console console, Table table) {
    StringBuilder out = new StringBuilder();
    try {
      TableCsv.write(table, out);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    console.out().print(out);
  }
}
