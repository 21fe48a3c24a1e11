// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Text;
import dev.clew.format.join.Content;
import dev.clew.format.join.Envelope;
import dev.clew.format.line.Cef;
import dev.clew.format.line.JsonLine;
import dev.clew.format.line.Layout;
import dev.clew.format.line.LayoutLine;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.Logfmt;
import dev.clew.format.line.Postgres;
import dev.clew.format.line.TextLine;
import dev.clew.format.line.TextLine.TimeKind;
import dev.clew.format.line.UntimedLine;
import dev.clew.format.line.Unwrapping;
import dev.clew.format.line.XmlLine;
import dev.clew.format.line.XmlUnits;
import dev.clew.format.time.SourceClock;
import dev.clew.format.time.TimeScanner;
import dev.clew.source.UnitCutter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the parsers of a source by its first lines: each format reads them all, and of those that
 * read nearly as many as the best, the first in the index wins.
 */
final class Detector {
  /** How many of the best format's lines an earlier format must read to win over it. */
  private static final double NEARLY = 0.85;

  /** The share of lines whose time is taken to start where times usually do. */
  private static final double USUAL = 0.98;

  private final List<Format> formats;
  private final KeyNames names;
  private final LevelWords levels;
  private final SourceClock clock;

  Detector(List<Format> formats, KeyNames names, LevelWords levels, SourceClock clock) {
    this.formats = formats;
    this.names = names;
    this.levels = levels;
    this.clock = clock;
  }

  private record Candidate(String name, LineParser parser, int fits) {}

  SourceParser detect(List<String> sample) {
    SourceParser parser = parser(sample);
    clock.restart();
    return parser;
  }

  private SourceParser parser(List<String> sample) {
    List<String> wrapped = sample.stream().filter(line -> !line.isBlank()).toList();
    Envelope envelope = Envelope.of(wrapped);
    List<String> lines = envelope == null ? wrapped : programs(wrapped, envelope);
    boolean dayFirst = lines.stream().anyMatch(Detector::isDayFirst);
    SourceParser units = units(lines, dayFirst);
    if (units != null) {
      return units;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Format format : formats) {
      LineParser parser = parser(format, dayFirst);
      if (parser != null) {
        candidates.add(new Candidate(format.name(), parser, count(parser, lines)));
      }
    }
    candidates.add(text(lines, dayFirst));
    return choose(candidates, lines, dayFirst, envelope);
  }

  /** What programs wrote, where a tool puts their names before it. */
  private static List<String> programs(List<String> lines, Envelope envelope) {
    if (!envelope.isPrefix()) {
      return lines;
    }
    return lines.stream()
        .map(envelope::open)
        .filter(Objects::nonNull)
        .map(Content::text)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private SourceParser choose(
      List<Candidate> candidates,
      List<String> lines,
      boolean dayFirst,
      @Nullable Envelope envelope) {
    int best = candidates.stream().mapToInt(Candidate::fits).max().orElse(0);
    Candidate primary =
        candidates.stream()
            .filter(each -> each.fits() >= Math.max(1, best * NEARLY))
            .findFirst()
            .orElse(candidates.getLast());
    learnStart(primary, candidates, lines);
    List<LineParser> parsers = order(primary, candidates, lines, dayFirst);
    clock.restart();
    EventTime first = null;
    int starts = 0;
    for (String line : lines) {
      Draft draft = attempt(new FirstOf(parsers), line);
      starts += draft == null ? 0 : 1;
      first = first == null && draft != null ? draft.time() : first;
    }
    boolean prefixed = envelope != null && envelope.isPrefix();
    LineParser untimed = first == null || prefixed ? new UntimedLine(levels, names) : null;
    double share = starts == 0 ? 0 : (double) primary.fits() / starts;
    return new SourceParser(
        new Detection(primary.name(), Math.min(1, share), first),
        parsers,
        untimed,
        null,
        null,
        envelope);
  }

  /** Lines of an event may name times too, but further in than those that start events do. */
  private static void learnStart(
      Candidate primary, List<Candidate> candidates, List<String> lines) {
    if (!(candidates.getLast().parser() instanceof TextLine text)) {
      return;
    }
    int[] starts =
        lines.stream()
            .filter(line -> attempt(primary.parser(), line) != null)
            .mapToInt(text::timeStart)
            .filter(start -> start >= 0)
            .sorted()
            .toArray();
    if (starts.length > 0 && !primary.name().equals("json")) {
      text.latestStart(starts[(int) Math.ceil((starts.length - 1) * USUAL)]);
    }
  }

  /**
   * The parsers in the order in which a line is shown to them: what reads any line with a time
   * comes after the formats whose lines are unmistakable.
   */
  private List<LineParser> order(
      Candidate primary, List<Candidate> candidates, List<String> lines, boolean dayFirst) {
    Set<LineParser> asked = new LinkedHashSet<>();
    if (primary.parser() instanceof JsonLine) {
      List<String> bodies = Structured.bodies(primary.parser(), lines);
      asked.add(new Unwrapping(primary.parser(), programs(bodies, dayFirst)));
    }
    if (!(primary.parser() instanceof TextLine || primary.parser() instanceof JsonLine)) {
      asked.add(primary.parser());
    }
    boolean json = primary.parser() instanceof JsonLine;
    for (Candidate each : candidates) {
      if (!json && each.parser() instanceof JsonLine line) {
        asked.add(line.strict());
      } else if (each.name().equals("logfmt")) {
        asked.add(each.parser());
      }
    }
    if (!json) {
      asked.add(primary.parser());
    }
    candidates.stream()
        .filter(each -> each.fits() > 0 && !(each.parser() instanceof JsonLine))
        .forEach(each -> asked.add(each.parser()));
    asked.add(candidates.getLast().parser());
    return List.copyOf(asked);
  }

  private static @Nullable Draft start(List<LineParser> parsers, String line) {
    for (LineParser parser : parsers) {
      Draft draft = parser.continues(line) ? null : parser.start(line);
      if (draft != null) {
        return draft;
      }
    }
    return null;
  }

  /** The parser of a source whose events are not lines: JSON over several lines, CSV. */
  private @Nullable SourceParser units(List<String> lines, boolean dayFirst) {
    SourceParser xml = xml(lines, times(dayFirst));
    return xml != null
        ? xml
        : new Structured(
                formats, () -> new NamedValues(names, times(dayFirst)), bodies -> programs(bodies, dayFirst))
            .detect(lines);
  }

  private @Nullable SourceParser xml(List<String> lines, TimeScanner times) {
    for (Format format : formats) {
      if (format.reader().equals("xml")) {
        XmlLine xml = new XmlLine(format.name(), format.options(), times);
        if (xml.fits(lines)) {
          Detection detection = new Detection(format.name(), 1, null);
          UnitCutter cutter = new XmlUnits(xml.element());
          return new SourceParser(detection, List.of(xml), null, cutter, null, null);
        }
      }
    }
    return null;
  }

  private JsonLine json(String name, boolean dayFirst) {
    return new JsonLine(name, new NamedValues(names, times(dayFirst)));
  }

  /** What programs write inside of what others wrap around it, told by {@code bodies} of it. */
  private List<LineParser> programs(List<String> bodies, boolean dayFirst) {
    List<LineParser> known = new ArrayList<>();
    known.add(json("json", dayFirst));
    known.add(new Logfmt("logfmt", new NamedValues(names, times(dayFirst))));
    for (Format format : formats) {
      LineParser parser = format.reader().equals("layouts") ? parser(format, dayFirst) : null;
      if (parser != null && count(parser, bodies) >= Math.max(1, bodies.size() / 10)) {
        known.add(parser);
      }
    }
    TextLine clock =
        new TextLine(
            TextLine.NAME, List.of("level"), times(dayFirst), levels, names, TimeKind.CLOCK);
    TextLine dated =
        new TextLine(
            TextLine.NAME, List.of("level"), times(dayFirst), levels, names, TimeKind.DATE);
    known.add(dated);
    known.add(clock);
    known.add(new UntimedLine(levels, names));
    return List.copyOf(known);
  }

  private @Nullable LineParser parser(Format format, boolean dayFirst) {
    TimeScanner times = times(dayFirst);
    return switch (format.reader()) {
      case "layouts" ->
          new LayoutLine(
              format.name(),
              format.layouts().stream().map(Layout::of).toList(),
              format.option("trailers"),
              times,
              levels,
              names,
              inner(format, dayFirst));
      case "head" ->
          new TextLine(format.name(), format.option("needs"), times, levels, names, TimeKind.DATE);
      case "json" -> json(format.name(), dayFirst);
      case "logfmt" -> new Logfmt(format.name(), new NamedValues(names, times));
      case "cef" -> new Cef(format.name(), new NamedValues(names, times), times);
      case "postgres" -> new Postgres(format.name(), times, names);
      default -> null;
    };
  }

  /** The formats that a line inside a line may have, in the order of the definition. */
  private @Nullable LineParser inner(Format format, boolean dayFirst) {
    List<LineParser> parsers = new ArrayList<>();
    for (String name : format.option("inner")) {
      for (Format each : formats) {
        LineParser parser = each.name().equals(name) ? parser(each, dayFirst) : null;
        if (parser != null) {
          parsers.add(parser);
        }
      }
    }
    return parsers.isEmpty() ? null : new FirstOf(parsers);
  }

  private record FirstOf(List<LineParser> parsers) implements LineParser {
    @Override
    public @Nullable Draft start(String line) {
      return Detector.start(parsers, line);
    }

    @Override
    public void finish(Draft draft) {
      parsers.getFirst().finish(draft);
    }
  }

  private Candidate text(List<String> lines, boolean dayFirst) {
    Candidate best = null;
    for (TimeKind kind : TimeKind.values()) {
      TextLine text = new TextLine(times(dayFirst), levels, names, kind);
      int fits = count(text, lines);
      if (best == null || fits > best.fits() + lines.size() / 10) {
        best = new Candidate(TextLine.NAME, text, fits);
      }
    }
    return java.util.Objects.requireNonNull(best, "there is a kind of time");
  }

  private TimeScanner times(boolean dayFirst) {
    TimeScanner times = new TimeScanner(clock);
    times.dayFirst(dayFirst);
    return times;
  }

  private static int count(LineParser parser, List<String> lines) {
    int fits = 0;
    for (String line : lines) {
      fits += parser.continues(line) || attempt(parser, line) != null ? 1 : 0;
    }
    return fits;
  }

  /** A line that a reader fails at is none of its format; when it is read, the failure is kept. */
  private static @Nullable Draft attempt(LineParser parser, String line) {
    try {
      return parser.start(line);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static boolean isDayFirst(String line) {
    for (int at = 0; at < Math.min(line.length(), 64); at++) {
      boolean starts = at == 0 || !Text.isWordPart(line.charAt(at - 1));
      if (starts && Text.isDigit(line.charAt(at)) && TimeScanner.isDayFirst(line, at)) {
        return true;
      }
    }
    return false;
  }
}
