// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.field.Draft;
import dev.clew.format.field.NamedValues;
import dev.clew.format.json.RecordPath;
import dev.clew.format.line.CsvLine;
import dev.clew.format.line.CsvUnits;
import dev.clew.format.line.JsonLine;
import dev.clew.format.line.JsonUnit;
import dev.clew.format.line.JsonUnits;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.Unwrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Recognises sources whose events are not lines: JSON documents with many records, JSON over
 * several lines, CSV under a header.
 */
final class Structured {
  private static final int MOST_BODIES = 60;

  private final List<Format> formats;
  private final Supplier<NamedValues> values;
  private final Function<List<String>, List<LineParser>> programs;

  /**
   * @param values for a reader of named values, a new one each time
   * @param programs readers of the lines that programs write, chosen by messages that hold some
   */
  Structured(
      List<Format> formats,
      Supplier<NamedValues> values,
      Function<List<String>, List<LineParser>> programs) {
    this.formats = formats;
    this.values = values;
    this.programs = programs;
  }

  /** The reader of a source that starts with {@code lines}; null when its events are lines. */
  @Nullable SourceParser detect(List<String> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    SourceParser json = startsJson(lines) ? documents(lines) : null;
    return json == null ? table(lines) : json;
  }

  private @Nullable SourceParser documents(List<String> lines) {
    LineParser objects = new JsonLine("json", values.get());
    Draft first = objects.start(lines.getFirst());
    if (first != null && first.time() != null) {
      return null;
    }
    String text = String.join("\n", lines);
    for (Format format : formats) {
      if (format.reader().equals("records")) {
        SourceParser found = records(format.name(), format.option("records"), text);
        if (found != null) {
          return found;
        }
      }
    }
    boolean line = lines.stream().anyMatch(each -> objects.start(each) != null);
    return line ? null : units("json", List.of(), List.of());
  }

  private @Nullable SourceParser records(String format, List<String> paths, String text) {
    Draft record = unit(format, new JsonUnits(RecordPath.of(paths))).start(text);
    return record == null || record.time() == null
        ? null
        : units(format, paths, List.of(record.body()));
  }

  private SourceParser units(String format, List<String> paths, List<String> bodies) {
    JsonUnits units = new JsonUnits(RecordPath.of(paths));
    return new SourceParser(
        new Detection(format, 1, null),
        List.of(new Unwrapping(unit(format, units), programs.apply(bodies))),
        null,
        units,
        null,
        null);
  }

  private JsonUnit unit(String format, JsonUnits units) {
    return new JsonUnit(format, values.get(), units);
  }

  private @Nullable SourceParser table(List<String> lines) {
    CsvLine csv = CsvLine.under("csv", lines.getFirst(), values.get());
    int records = csv == null ? 0 : count(csv, lines);
    if (csv == null || records < Math.max(1, (lines.size() - 1) / 2)) {
      return null;
    }
    double share = (double) records / (lines.size() - 1);
    return new SourceParser(
        new Detection("csv", Math.min(1, share), null),
        List.of(new Unwrapping(csv, programs.apply(bodies(csv, lines)))),
        null,
        new CsvUnits(),
        csv,
        null);
  }

  /** The messages that {@code parser} reads in {@code lines}. */
  static List<String> bodies(LineParser parser, List<String> lines) {
    List<String> bodies = new ArrayList<>();
    for (String line : lines) {
      Draft draft = bodies.size() < MOST_BODIES ? parser.start(line) : null;
      if (draft != null && !draft.body().isBlank()) {
        bodies.add(draft.body());
      }
    }
    return bodies;
  }

  private static int count(LineParser parser, List<String> lines) {
    int fits = 0;
    for (String line : lines) {
      fits += parser.start(line) != null ? 1 : 0;
    }
    return fits;
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
