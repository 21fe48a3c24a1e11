// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.field.Draft;
import dev.clew.format.json.RecordPath;
import dev.clew.format.line.CsvLine;
import dev.clew.format.line.CsvUnits;
import dev.clew.format.line.JsonUnit;
import dev.clew.format.line.JsonUnits;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.Unwrapping;
import dev.clew.format.line.XmlLine;
import dev.clew.format.line.XmlUnits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises sources whose events are not lines: XML, JSON documents with many records, JSON over
 * several lines, CSV under a header.
 */
final class Structured {
  private static final int MOST_BODIES = 60;

  private final Parsers parsers;

  Structured(Parsers parsers) {
    this.parsers = parsers;
  }

  /** The reader of a source that starts with {@code lines}; null when its events are lines. */
  @Nullable SourceParser detect(List<String> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    SourceParser xml = xml(lines);
    if (xml != null) {
      return xml;
    }
    SourceParser json = startsJson(lines) ? documents(lines) : null;
    return json == null ? table(lines) : json;
  }

  private @Nullable SourceParser xml(List<String> lines) {
    for (Format format : parsers.formats()) {
      if (format.reader().equals("xml")) {
        XmlLine xml = new XmlLine(format.name(), format.options(), parsers.times());
        if (xml.fits(lines)) {
          return new SourceParser(
              Detection.of(format.name(), format.title(), 1),
              List.of(xml),
              null,
              new XmlUnits(xml.element()),
              null,
              null);
        }
      }
    }
    return null;
  }

  private @Nullable SourceParser documents(List<String> lines) {
    LineParser objects = parsers.json("json");
    Draft first = objects.start(lines.getFirst());
    if (first != null && first.time() != null) {
      return null;
    }
    String text = String.join("\n", lines);
    for (Format format : parsers.formats()) {
      if (format.reader().equals("records")) {
        SourceParser found = records(format, text);
        if (found != null) {
          return found;
        }
      }
    }
    boolean line = lines.stream().anyMatch(each -> objects.start(each) != null);
    return line ? null : units("json", "JSON over several lines", List.of(), List.of());
  }

  private @Nullable SourceParser records(Format format, String text) {
    List<String> paths = format.option("records");
    Draft record = unit(format.name(), new JsonUnits(RecordPath.of(paths))).start(text);
    return record == null || record.time() == null
        ? null
        : units(format.name(), format.title(), paths, List.of(record.body()));
  }

  private SourceParser units(String format, String title, List<String> paths, List<String> bodies) {
    JsonUnits units = new JsonUnits(RecordPath.of(paths));
    return new SourceParser(
        Detection.of(format, title, 1),
        List.of(new Unwrapping(unit(format, units), parsers.programs(bodies), true)),
        null,
        units,
        null,
        null);
  }

  private JsonUnit unit(String format, JsonUnits units) {
    return new JsonUnit(format, parsers.values(), units);
  }

  private @Nullable SourceParser table(List<String> lines) {
    CsvLine csv = CsvLine.under("csv", lines.getFirst(), parsers.values());
    int records = csv == null ? 0 : Candidate.count(csv, lines);
    if (csv == null || records < Math.max(1, (lines.size() - 1) / 2)) {
      return null;
    }
    double share = (double) records / (lines.size() - 1);
    return new SourceParser(
        Detection.of("csv", "CSV under a header that names a time", Math.min(1, share)),
        List.of(new Unwrapping(csv, parsers.programs(bodies(csv, lines)), true)),
        null,
        new CsvUnits(),
        csv,
        null);
  }

  /** The messages that {@code parser} reads in {@code lines}. */
  static List<String> bodies(LineParser parser, List<String> lines) {
    List<String> bodies = new ArrayList<>();
    for (String line : lines) {
      Draft draft = bodies.size() < MOST_BODIES ? Candidate.attempt(parser, line) : null;
      if (draft != null && !draft.body().isBlank()) {
        bodies.add(draft.body());
      }
    }
    return bodies;
  }

  private static boolean startsJson(List<String> lines) {
    StringBuilder start = new StringBuilder();
    for (int i = 0; i < lines.size() && start.length() < 3; i++) {
      String line = lines.get(i);
      start.append(line.substring(0, Math.min(line.length(), 200)).replace(" ", "").strip());
    }
    return start.indexOf("[{") == 0 || start.indexOf("[[{") == 0 || start.indexOf("{\"") == 0;
  }
}
