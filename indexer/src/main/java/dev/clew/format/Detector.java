// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import dev.clew.format.Detection.Rival;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Text;
import dev.clew.format.join.Content;
import dev.clew.format.join.Envelope;
import dev.clew.format.line.JsonLine;
import dev.clew.format.line.LearnedLine;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.TextLine;
import dev.clew.format.line.TextLine.TimeKind;
import dev.clew.format.line.Unwrapping;
import dev.clew.format.time.SourceClock;
import dev.clew.format.time.TimeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the parsers of a source by its first lines: formats that read none of some lines spread
 * over them are out, the others read them all, and of those that read nearly as many as the best,
 * the first in the index wins.
 */
final class Detector {
  /** How many of the best format's lines an earlier format must read to win over it. */
  private static final double NEARLY = 0.85;

  /** The share of lines whose time is taken to start where times usually do. */
  private static final double USUAL = 0.98;

  private static final String UNKNOWN = "no format that is known; read by general rules";

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
    Parsers parsers = new Parsers(formats, names, levels, clock, dayFirst);
    SourceParser units = new Structured(parsers).detect(lines);
    return units == null ? choose(candidates(lines, parsers), lines, parsers, envelope) : units;
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

  private List<Candidate> candidates(List<String> lines, Parsers parsers) {
    List<Candidate> candidates = new ArrayList<>();
    for (Format format : formats) {
      LineParser parser = parsers.of(format);
      if (parser != null) {
        candidates.add(Candidate.of(format.name(), format.title(), parser, lines));
      }
    }
    candidates.add(text(lines, parsers));
    return candidates;
  }

  private static Candidate primary(List<Candidate> candidates) {
    int best = candidates.stream().mapToInt(Candidate::fits).max().orElse(0);
    return candidates.stream()
        .filter(each -> each.fits() >= Math.max(1, best * NEARLY))
        .findFirst()
        .orElse(candidates.getLast());
  }

  private SourceParser choose(
      List<Candidate> candidates, List<String> lines, Parsers makers, @Nullable Envelope envelope) {
    Candidate primary = primary(candidates);
    learnStart(primary, candidates, lines);
    List<LineParser> parsers = new ArrayList<>(order(primary, candidates, lines, makers));
    LearnedLine learned =
        primary.parser() instanceof TextLine text
            ? new Learning(names, levels).learn(text, lines, makers.times()).orElse(null)
            : null;
    if (learned != null) {
      parsers.addFirst(learned);
    }
    clock.restart();
    LineParser all = new Parsers.FirstOf(parsers);
    EventTime first = null;
    int starts = 0;
    for (String line : lines) {
      Draft draft = Candidate.attempt(all, line);
      starts += draft == null ? 0 : 1;
      first = first == null && draft != null ? draft.time() : first;
    }
    boolean prefixed = envelope != null && envelope.isPrefix();
    LineParser untimed = first == null || prefixed ? makers.untimed() : null;
    double share = starts == 0 ? 0 : Math.min(1, (double) primary.fits() / starts);
    Detection detection =
        new Detection(
            primary.name(),
            primary.title(),
            share,
            first,
            learned == null ? List.of() : learned.columns(),
            rivals(primary, candidates, lines.size()));
    return new SourceParser(detection, parsers, untimed, null, null, envelope);
  }

  private static List<Rival> rivals(Candidate primary, List<Candidate> candidates, int lines) {
    return candidates.stream()
        .filter(each -> each.fits() > 0 && !each.name().equals(primary.name()))
        .sorted(Comparator.comparingInt(Candidate::fits).reversed())
        .limit(5)
        .map(each -> new Rival(each.name(), (double) each.fits() / Math.max(1, lines)))
        .toList();
  }

  /** Lines of an event may name times too, but further in than those that start events do. */
  private static void learnStart(
      Candidate primary, List<Candidate> candidates, List<String> lines) {
    if (!(candidates.getLast().parser() instanceof TextLine text)) {
      return;
    }
    int[] starts =
        lines.stream()
            .filter(line -> Candidate.attempt(primary.parser(), line) != null)
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
  private static List<LineParser> order(
      Candidate primary, List<Candidate> candidates, List<String> lines, Parsers makers) {
    Set<LineParser> asked = new LinkedHashSet<>();
    if (primary.parser() instanceof JsonLine) {
      List<String> bodies = Structured.bodies(primary.parser(), lines);
      asked.add(new Unwrapping(primary.parser(), makers.programs(bodies), false));
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

  private static Candidate text(List<String> lines, Parsers parsers) {
    Candidate best = null;
    for (TimeKind kind : TimeKind.values()) {
      Candidate each = Candidate.of(TextLine.NAME, UNKNOWN, parsers.text(kind), lines);
      if (best == null || each.fits() > best.fits() + lines.size() / 10) {
        best = each;
      }
    }
    return Objects.requireNonNull(best, "there is a kind of time");
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
