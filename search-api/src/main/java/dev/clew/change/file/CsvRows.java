// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes a CSV file apart into rows named by its header. */
final class CsvRows {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .setLenientEof(true)
          .setTrailingData(true)
          .get();

  private CsvRows() {}

  static void read(Reader reader, Consumer<ChangeRow> rows) throws IOException {
    try (CSVParser parser = FORMAT.parse(reader)) {
      List<String> header = List.of();
      long line = 1;
      for (CSVRecord row : parser) {
        if (header.isEmpty()) {
          header = row.stream().toList();
        } else {
          rows.accept(new ChangeRow(line, named(header, row)));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    }
  }

  private static Map<String, String> named(List<String> header, CSVRecord row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
      values.put(header.get(i), row.get(i));
    }
    return values;
  }
}
