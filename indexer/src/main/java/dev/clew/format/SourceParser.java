// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import dev.clew.format.field.Draft;
import dev.clew.format.line.CsvLine;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.TextLine;
import dev.clew.source.UnitCutter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one source: in the format detected, and line by line in the others where a
 * line does not fit it. Not thread-safe.
 */
public final class SourceParser {
  private final Detection detection;
  private final List<LineParser> parsers;
  private final @Nullable LineParser untimed;
  private final @Nullable UnitCutter cutter;
  private final @Nullable CsvLine csv;
  private LineParser current;

  /**
   * @param parsers asked in turn
   * @param untimed takes lines that no parser takes; null when those continue an event
   * @param cutter cuts the source when its events are not made of whole lines
   * @param csv knows the header of a source that has one
   */
  SourceParser(
      Detection detection,
      List<LineParser> parsers,
      @Nullable LineParser untimed,
      @Nullable UnitCutter cutter,
      @Nullable CsvLine csv) {
    this.csv = csv;
    this.detection = detection;
    this.parsers = List.copyOf(parsers);
    this.untimed = untimed;
    this.cutter = cutter;
    this.current = parsers.getFirst();
  }

  /** What was detected, and how well the first lines fit it. */
  public Detection detection() {
    return detection;
  }

  /** How to cut the source when not into lines. */
  public Optional<UnitCutter> cutter() {
    return Optional.ofNullable(cutter);
  }

  /** Why {@code line} is part of no event; empty when it is part of one. */
  public Optional<String> rejection(String line) {
    return csv != null && csv.isHeader(line) ? Optional.of("column names") : Optional.empty();
  }

  /** What {@code line} says when it starts an event; null when it continues the one before. */
  public @Nullable Draft start(String line) {
    if (current.continues(line)) {
      return null;
    }
    for (LineParser parser : parsers) {
      Draft draft = parser.start(line);
      if (draft != null) {
        current = parser;
        return draft;
      }
    }
    if (untimed != null) {
      Draft draft = untimed.start(line);
      if (draft != null) {
        current = untimed;
        return draft;
      }
    }
    return null;
  }

  /** An event made of a line that fits nothing, where there is no event that it could continue. */
  public Draft orphan(String line) {
    Draft draft = new Draft(TextLine.NAME);
    draft.body(line.strip());
    return draft;
  }

  /** An event made of a later piece of a line or event that is too long for one. */
  public Draft piece(String text) {
    Draft draft = new Draft(detection.format());
    draft.body(text);
    draft.attribute("continues", "true");
    return draft;
  }

  /** Gives {@code draft}, the last that {@link #start} returned, a line that continues it. */
  public void join(Draft draft, String line) {
    draft.join(line);
  }

  /** Completes {@code draft} once its lines are joined. */
  public void finish(Draft draft) {
    current.finish(draft);
  }

  /** The time of the first event that has one, for those before it; null when none has. */
  public @Nullable EventTime firstTime() {
    return detection.firstTime();
  }
}
