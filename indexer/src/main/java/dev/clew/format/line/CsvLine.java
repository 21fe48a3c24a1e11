// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Name;
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
  private final NamedValues values;
  private final CSVFormat csv;

  private String header = "";
  private List<Name> columns = List.of();

  private CsvLine(String format, char delimiter, NamedValues values) {
    this.format = format;
    this.delimiter = delimiter;
    this.values = values;
    this.csv = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
  }

  /** The reader of records under {@code header}; null when that does not look like a header. */
  public static @Nullable CsvLine under(String format, String header, NamedValues values) {
    for (char delimiter : new char[] {',', ';', '\t', '|'}) {
      CsvLine line = new CsvLine(format, delimiter, values);
      if (line.adopt(header)) {
        return line;
      }
    }
    return null;
  }

  /** Reads the records that follow under {@code line}, when that looks like a header. */
  private boolean adopt(String line) {
    List<String> fields = split(line);
    if (fields == null || fields.size() < 2 || !isHeader(fields, values)) {
      return false;
    }
    header = line;
    columns =
        fields.stream()
            .map(each -> values.table().find(values.table().root(), name(each)))
            .toList();
    return true;
  }

  private static String name(String column) {
    return column.strip().replace(' ', '_');
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
      values.add(name(column), "x");
    }
    return values.has(Role.TIME) || values.has(Role.DATE);
  }

  @Override
  public @Nullable Draft start(String line) {
    List<String> fields = split(line);
    if (fields == null || fields.size() < 2 || line.equals(header)) {
      return null;
    }
    values.clear();
    for (int i = 0; i < fields.size(); i++) {
      String value = fields.get(i);
      if (value.isEmpty()) {
        continue;
      }
      if (i < columns.size()) {
        values.add(columns.get(i), value);
      } else {
        values.add("column" + (i + 1), value);
      }
    }
    Draft draft = new Draft(format);
    values.fill(draft, "");
    if (draft.body().isEmpty()) {
      draft.body(values.describe());
    }
    return draft.time() == null ? null : draft;
  }

  /** True when {@code line} is the header, or another one that changes the columns from here on. */
  @Override
  public boolean isHeader(String line) {
    if (line.equals(header)) {
      return true;
    }
    for (int i = 0; i < line.length(); i++) {
      if (Text.isDigit(line.charAt(i))) {
        return false;
      }
    }
    return !line.isBlank() && adopt(line);
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
