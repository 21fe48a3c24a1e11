// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Incident;
import dev.clew.incident.Item;
import dev.clew.spreadsheet.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The timeline as CSV (RFC 4180). */
final class TimelineCsv {
  private TimelineCsv() {}

  static String of(Incident incident) {
    ZoneId zone = ZoneId.of(incident.zone());
    StringBuilder out = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord("time", "local time", "kind", "service", "text", "evidence", "by", "sourced");
      for (Item item : incident.items()) {
        List<String> cells =
            List.of(
                item.time().toString(),
                item.time().atZone(zone).toOffsetDateTime().toString(),
                item.kind().word(),
                Objects.requireNonNullElse(item.service(), ""),
                item.text(),
                Objects.requireNonNullElse(item.evidence(), ""),
                item.by(),
                item.sourced() ? "yes" : "no");
        csv.printRecord(cells.stream().map(SpreadsheetText::harmless).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text cannot be written to", impossible);
    }
    return out.toString();
  }
}
