// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.Tails;
import dev.clew.format.field.Text;
import dev.clew.format.line.LineParser;
import dev.clew.format.time.TimeScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The W3C extended log file format (working draft WD-logfile-960323) as IIS and CloudFront write
 * it: {@code #Fields:} names the values of the lines that follow, and may come again with others.
 */
public final class W3cLine implements LineParser {
  private static final String FIELDS = "#Fields:";

  private final String format;
  private final TimeScanner times;
  private final Tails tails = new Tails();
  private List<String> fields = List.of();

  public W3cLine(String format, TimeScanner times) {
    this.format = format;
    this.times = times;
  }

  @Override
  public boolean isHeader(String line) {
    if (line.startsWith(FIELDS)) {
      fields = List.of(line.substring(FIELDS.length()).strip().split("\\s+"));
    }
    return line.startsWith(FIELDS)
        || line.startsWith("#Software:")
        || line.startsWith("#Version:")
        || line.startsWith("#Date:");
  }

  @Override
  public @Nullable Draft start(String line) {
    if (fields.isEmpty() || line.isEmpty() || line.charAt(0) == '#') {
      return null;
    }
    Draft draft = new Draft(format);
    String[] values = new String[fields.size()];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      int end = Text.indexOfSpace(line, at, line.length());
      end = end < 0 ? line.length() : end;
      if (end == at) {
        return null;
      }
      values[i] = line.substring(at, end);
      at = Text.skipSpaces(line, end, line.length());
    }
    return at < line.length() || !time(values, draft) ? null : fill(values, line, draft);
  }

  private boolean time(String[] values, Draft draft) {
    int date = fields.indexOf("date");
    int clock = fields.indexOf("time");
    // section 4.1 of the draft: dates and times are in GMT
    if (date < 0 || clock < 0 || !times.readValue(values[date] + "T" + values[clock] + "Z")) {
      return false;
    }
    draft.time(times.time());
    return true;
  }

  private Draft fill(String[] values, String line, Draft draft) {
    StringBuilder request = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      String field = fields.get(i);
      if (value.equals("-") || field.equals("date") || field.equals("time")) {
        continue;
      }
      switch (field) {
        case "sc-status" -> status(value, draft);
        case "s-computername" -> draft.host(value);
        case "cs-method" -> request.append(value);
        case "cs-uri-stem" -> request.append(request.isEmpty() ? "" : " ").append(value);
        case "cs-uri-query" -> request.append(request.isEmpty() ? "" : "?").append(value);
        default -> {}
      }
      draft.attribute(field, value);
    }
    draft.body(request.isEmpty() ? line.strip() : request.toString());
    return draft;
  }

  /** 5xx is the server's error, 4xx the client's: a warning. */
  private static void status(String value, Draft draft) {
    char first = value.charAt(0);
    draft.severity(
        first == '5' ? Severity.ERROR : first == '4' ? Severity.WARN : Severity.INFO, null);
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
