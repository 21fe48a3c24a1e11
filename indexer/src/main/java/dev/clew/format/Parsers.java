// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.NamedValues;
import dev.clew.format.layout.JulLine;
import dev.clew.format.layout.Layout;
import dev.clew.format.layout.LayoutLine;
import dev.clew.format.layout.W3cLine;
import dev.clew.format.line.Cef;
import dev.clew.format.line.JsonLine;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.Logfmt;
import dev.clew.format.line.Postgres;
import dev.clew.format.line.TextLine;
import dev.clew.format.line.TextLine.TimeKind;
import dev.clew.format.line.UntimedLine;
import dev.clew.format.time.SourceClock;
import dev.clew.format.time.TimeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parsers of one source from the definitions of formats.
 *
 * @param dayFirst what {@code 03/04/2026} means in the source: true for 3 April
 */
record Parsers(
    List<Format> formats, KeyNames names, LevelWords levels, SourceClock clock, boolean dayFirst) {

  /** The reader of a format; null when it does not read lines. */
  @Nullable LineParser of(Format format) {
    return switch (format.reader()) {
      case "layouts" ->
          new LayoutLine(
              format.name(),
              format.layouts().stream().map(Layout::of).toList(),
              format.option("trailers"),
              times(),
              levels,
              names,
              inner(format));
      case "head" ->
          new TextLine(
              format.name(), format.option("needs"), times(), levels, names, TimeKind.DATE);
      case "json" -> json(format.name());
      case "logfmt" -> new Logfmt(format.name(), values());
      case "cef" -> new Cef(format.name(), values(), times());
      case "jul" -> new JulLine(format.name(), times(), levels);
      case "w3c" -> new W3cLine(format.name(), times());
      case "postgres" -> new Postgres(format.name(), times(), names);
      default -> null;
    };
  }

  JsonLine json(String name) {
    return new JsonLine(name, values());
  }

  NamedValues values() {
    return new NamedValues(names, times());
  }

  /** A reader of lines of no known format. */
  TextLine text(TimeKind kind) {
    return new TextLine(times(), levels, names, kind);
  }

  UntimedLine untimed() {
    return new UntimedLine(levels, names);
  }

  TimeScanner times() {
    TimeScanner times = new TimeScanner(clock);
    times.dayFirst(dayFirst);
    return times;
  }

  /** What programs write inside of what others wrap around it, told by {@code bodies} of it. */
  List<LineParser> programs(List<String> bodies) {
    List<LineParser> known = new ArrayList<>();
    known.add(json("json"));
    known.add(new Logfmt("logfmt", values()));
    for (Format format : formats) {
      LineParser parser = format.reader().equals("layouts") ? of(format) : null;
      if (parser != null && Candidate.count(parser, bodies) >= Math.max(1, bodies.size() / 10)) {
        known.add(parser);
      }
    }
    List<String> level = List.of("level");
    known.add(new TextLine(TextLine.NAME, level, times(), levels, names, TimeKind.DATE));
    known.add(new TextLine(TextLine.NAME, level, times(), levels, names, TimeKind.CLOCK));
    known.add(untimed());
    return List.copyOf(known);
  }

  /** The formats that a line inside a line may have, in the order of the definition. */
  private @Nullable LineParser inner(Format format) {
    List<LineParser> parsers = new ArrayList<>();
    for (String name : format.option("inner")) {
      for (Format each : formats) {
        LineParser parser = each.name().equals(name) ? of(each) : null;
        if (parser != null) {
          parsers.add(parser);
        }
      }
    }
    return parsers.isEmpty() ? null : new FirstOf(parsers);
  }

  /** Parsers asked in turn. */
  static final class FirstOf implements LineParser {
    private final List<LineParser> parsers;
    private LineParser current;

    FirstOf(List<LineParser> parsers) {
      this.parsers = List.copyOf(parsers);
      this.current = parsers.getFirst();
    }

    @Override
    public @Nullable Draft start(String line) {
      for (LineParser parser : parsers) {
        Draft draft = parser.continues(line) ? null : parser.start(line);
        if (draft != null) {
          current = parser;
          return draft;
        }
      }
      return null;
    }

    @Override
    public void finish(Draft draft) {
      current.finish(draft);
    }
  }
}
