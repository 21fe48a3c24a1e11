// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Role;
import dev.clew.format.field.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A record of CSV under a header. */
public final class CsvLine implements LineParser {
  private final String format;
  private final char delimiter;
  private final List<String> columns;
  private final NamedValues values;
  private final CSVFormat csv;

  private CsvLine(String format, char delimiter, List<String> columns, NamedValues values) {
    this.format = format;
    this.delimiter = delimiter;
    this.columns = columns;
    this.values = values;
    this.csv = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
  }

  /** The reader of records under {@code header}; null when that does not look like a header. */
  public static @Nullable CsvLine under(String format, String header, NamedValues values) {
    for (char delimiter : new char[] {',', ';', '\t', '|'}) {
      CsvLine line = new CsvLine(format, delimiter, List.of(), values);
      List<String> columns = line.split(header);
      if (columns != null && columns.size() > 1 && isHeader(columns, values)) {
        return new CsvLine(format, delimiter, columns, values);
      }
    }
    return null;
  }

  private static boolean isHeader(List<String> columns, NamedValues values) {
    values.clear();
    for (String column : columns) {
      boolean name =
          !column.isEmpty()
              && column.length() < 60
              && (Text.isLetter(column.charAt(0)) || "@_#".indexOf(column.charAt(0)) >= 0);
      if (!name) {
        return false;
      }
      values.add(column, "x");
    }
    return values.has(Role.TIME) || values.has(Role.DATE);
  }

  @Override
  public @Nullable Draft start(String line) {
    List<String> fields = split(line);
    if (fields == null || fields.size() < 2 || fields.equals(columns)) {
      return null;
    }
    values.clear();
    for (int i = 0; i < fields.size(); i++) {
      String name = i < columns.size() ? columns.get(i) : "column" + (i + 1);
      if (!fields.get(i).isEmpty()) {
        values.add(name, fields.get(i));
      }
    }
    Draft draft = new Draft(format);
    values.fill(draft, "");
    if (draft.body().isEmpty()) {
      draft.body(values.describe());
    }
    return draft.time() == null ? null : draft;
  }

  /** True when {@code line} is the header. */
  public boolean isHeader(String line) {
    return columns.equals(split(line));
  }

  private @Nullable List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    if (line.indexOf('"') < 0) {
      int from = 0;
      for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
        fields.add(line.substring(from, at).strip());
        from = at + 1;
      }
      fields.add(line.substring(from).strip());
      return fields;
    }
    try (CSVParser parser = csv.parse(new StringReader(line))) {
      for (CSVRecord csvRecord : parser) {
        csvRecord.forEach(fields::add);
      }
      return fields;
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  @Override
  public void finish(Draft draft) {
    // a record is whole
  }
}
