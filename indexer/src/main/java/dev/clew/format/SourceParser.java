// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.Tails;
import dev.clew.format.join.Content;
import dev.clew.format.join.Envelope;
import dev.clew.format.join.HeadedTrace;
import dev.clew.format.join.Stream;
import dev.clew.format.join.Streams;
import dev.clew.format.line.CsvLine;
import dev.clew.format.line.LearnedLine;
import dev.clew.format.line.LineParser;
import dev.clew.format.line.TextLine;
import dev.clew.format.stack.TraceLines;
import dev.clew.source.AsciiLine;
import dev.clew.source.UnitCutter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one source: in the format detected, and line by line in the others where a
 * line does not fit it. A line that continues an event joins it, or, when lines of others stand
 * between, is an event that says which one it continues. A line that cannot be read is an event
 * with the attribute {@code parse_error}. Not thread-safe.
 */
public final class SourceParser {
  private final Detection detection;
  private final List<LineParser> parsers;
  private final @Nullable LineParser untimed;
  private final @Nullable UnitCutter cutter;
  private final @Nullable CsvLine csv;
  private final @Nullable Envelope envelope;
  private final boolean isTimed;
  private final Streams streams = new Streams();
  private final HeadedTrace headed = new HeadedTrace();
  private final Tails tails = new Tails();
  private final @Nullable LearnedLine compiled;
  private LineParser current;
  private @Nullable OpenEvent open;
  private @Nullable OpenEvent closing;
  private @Nullable String joined;
  private int failures;

  /**
   * @param parsers asked in turn
   * @param untimed takes lines that no parser takes where events name no times; null when such
   *     lines continue an event
   * @param cutter cuts the source when its events are not made of whole lines
   * @param csv knows the header of a source that has one
   * @param envelope what is wrapped around each line
   */
  SourceParser(
      Detection detection,
      List<LineParser> parsers,
      @Nullable LineParser untimed,
      @Nullable UnitCutter cutter,
      @Nullable CsvLine csv,
      @Nullable Envelope envelope) {
    this.csv = csv;
    this.detection = detection;
    this.parsers = List.copyOf(parsers);
    this.untimed = untimed;
    this.cutter = cutter;
    this.envelope = envelope;
    this.isTimed = detection.firstTime() != null;
    this.current = parsers.getFirst();
    boolean lines = cutter == null && envelope == null && csv == null && isTimed;
    this.compiled = lines && current instanceof LearnedLine learned ? learned : null;
  }

  /** What was detected, and how well the first lines fit it. */
  public Detection detection() {
    return detection;
  }

  /** How to cut the source when not into lines. */
  public Optional<UnitCutter> cutter() {
    return Optional.ofNullable(cutter);
  }

  /** How many events could not be read and are kept as they are. */
  public int failures() {
    return failures;
  }

  /** Why {@code line} is part of no event; empty when it is part of one. */
  public Optional<String> rejection(String line) {
    boolean header = csv != null ? csv.isHeader(line) : parsers.getFirst().isHeader(line);
    return header ? Optional.of("column names") : Optional.empty();
  }

  /** What {@code line} says when it starts an event; null when it continues the one before. */
  public @Nullable Draft start(String line) {
    joined = null;
    try {
      return cutter == null ? read(line) : unit(line);
    } catch (RuntimeException e) {
      return failed(line, e);
    }
  }

  /**
   * What {@code line} says when it starts an event in the layout that was learned of the source and
   * can be read as it stands; null when it is to be given to {@link #start(String)}.
   */
  @SuppressWarnings("ReferenceEquality")
  public @Nullable Draft start(AsciiLine line) {
    // after a line of another parser the next is shown to that one first
    if (compiled == null || current != compiled || headed.isOpen()) {
      return null;
    }
    try {
      Draft draft = compiled.start(line);
      if (draft != null) {
        joined = null;
        draft.plainBody();
        opened(draft, streams.main());
        streams.main().start(draft, (char) line.bytes()[line.end() - 1]);
      }
      return draft;
    } catch (RuntimeException e) {
      return failed(line.text(line.start(), line.end()), e);
    }
  }

  private Draft failed(String line, RuntimeException e) {
    Draft draft = plain(line);
    fail(draft, e);
    return opened(draft, streams.main());
  }

  private @Nullable Draft unit(String text) {
    Draft draft = begin(text, null);
    return draft == null ? null : opened(draft, streams.main());
  }

  private @Nullable Draft read(String line) {
    Content content = envelope == null ? null : envelope.open(line);
    Stream stream = content == null ? streams.main() : streams.of(content.stream());
    String text = content == null ? line : content.text();
    boolean prefixed = envelope != null && envelope.isPrefix();
    boolean loose = prefixed ? !stream.isTimed() : content != null || !isTimed;
    if (content != null && stream.isPartial()) {
      return more(stream, content);
    }
    if (stream.continues(text, loose)) {
      return continues(stream, stream.last(), text);
    }
    Draft draft = begin(prefixed ? text : line, loose && (prefixed || !isTimed) ? untimed : null);
    if (draft == null && TraceLines.startsCrash(text)) {
      draft = crash(text);
    }
    if (draft == null) {
      return continues(stream, stream.last(), text);
    }
    Draft before = content == null ? continued(stream, draft) : null;
    if (before != null) {
      return continues(stream, before, HeadedTrace.text(line, draft));
    }
    return started(draft, stream, line, content, loose);
  }

  /** The event that a line continues though it has a head of its own; null when it does not. */
  private @Nullable Draft continued(Stream stream, Draft draft) {
    boolean trace = TraceLines.continues(draft.body());
    if (!trace && !headed.isOpen()) {
      return null;
    }
    Draft before = stream.lastOfThread(draft);
    if (before == null || !(trace || headed.continues(draft))) {
      return null;
    }
    if (trace) {
      headed.joined(before, draft.body());
    }
    return before;
  }

  private Draft started(
      Draft draft, Stream stream, String line, @Nullable Content content, boolean loose) {
    opened(draft, stream);
    if (content == null || envelope == null) {
      stream.start(draft, line, loose);
      return draft;
    }
    envelope.describe(content, draft);
    stream.start(draft, content.text(), loose);
    stream.partial(content.partial());
    if (content.partial() && open != null) {
      open.cut(line, content);
    }
    return draft;
  }

  /** What the line says to the first parser that takes it. */
  private @Nullable Draft begin(String line, @Nullable LineParser last) {
    if (current.continues(line)) {
      return null;
    }
    for (int i = 0; i < parsers.size(); i++) {
      LineParser parser = parsers.get(i);
      Draft draft = parser.start(line);
      if (draft != null) {
        current = parser;
        return draft;
      }
    }
    Draft draft = last == null ? null : last.start(line);
    if (draft != null && last != null) {
      current = last;
    }
    return draft;
  }

  /** Null when the event {@code before} is the one that is open; a piece of it when it is not. */
  private @Nullable Draft continues(Stream stream, @Nullable Draft before, String text) {
    joined = text;
    if (before == null && (open == null || envelope == null)) {
      return null;
    }
    if (before != null && open != null && open.draft() == before) {
      return null;
    }
    Draft piece = plain(text);
    if (before != null) {
      piece.continues(before);
    }
    opened(piece, stream);
    stream.keep(piece);
    return piece;
  }

  /** The next chunk of a line that was cut. */
  private @Nullable Draft more(Stream stream, Content content) {
    stream.partial(content.partial());
    if (open != null && open.draft() == stream.last() && open.add(content.text())) {
      joined = "";
      return null;
    }
    return continues(stream, stream.last(), content.text());
  }

  private Draft crash(String line) {
    Draft draft = plain(line);
    boolean dump = TraceLines.isDump(line);
    draft.severity(dump ? Severity.UNSPECIFIED : Severity.ERROR, null);
    return draft;
  }

  private Draft plain(String text) {
    current = parsers.getFirst();
    Draft draft = new Draft(TextLine.NAME);
    draft.body(text.strip());
    return draft;
  }

  private Draft opened(Draft draft, Stream stream) {
    closing = open;
    open = new OpenEvent(draft, stream, current);
    return draft;
  }

  /** An event made of a line that fits nothing, where there is no event that it could continue. */
  public Draft orphan(String line) {
    String text = joined == null ? line : joined;
    Draft draft = plain(text);
    opened(draft, streams.main());
    streams.main().start(draft, text, !isTimed);
    return draft;
  }

  /** An event made of a later piece of a line or event that is too long for one. */
  public Draft piece(String text) {
    Draft draft = new Draft(detection.format());
    draft.body(joined == null ? text : joined);
    current = parsers.getFirst();
    if (open == null) {
      return opened(draft, streams.main());
    }
    open.draft().attribute("continued", "true");
    draft.continues(open.draft());
    Stream stream = open.stream();
    opened(draft, stream);
    stream.keep(draft);
    return draft;
  }

  /** Gives {@code draft}, the last that {@link #start} returned, a line that continues it. */
  public void join(Draft draft, String line) {
    if (cutter != null) {
      current.join(draft, line);
      return;
    }
    String text = joined == null ? Ansi.strip(line) : joined;
    joined = null;
    if (text.isBlank() && open != null) {
      boolean chunk = open.isCut();
      open.stream().continues(text, true);
      if (chunk) {
        return;
      }
    }
    draft.join(text);
  }

  /** Completes {@code draft} once its lines are joined. */
  public void finish(Draft draft) {
    OpenEvent event = open != null && open.draft() == draft ? open : closing;
    try {
      if (event == null || event.draft() != draft) {
        tails.finish(draft);
        return;
      }
      LineParser parser = event.parser();
      if (event.isCut() && envelope != null) {
        LineParser before = current;
        Draft whole = begin(event.whole(envelope), null);
        if (whole != null) {
          draft.become(whole);
          envelope.describe(event.content(), draft);
          parser = current;
        }
        current = before;
      }
      boolean alone = draft.tail().isEmpty();
      parser.finish(draft);
      draft.endTail();
      if (alone) {
        tails.finish(draft);
      }
    } catch (RuntimeException e) {
      fail(draft, e);
    }
  }

  private void fail(Draft draft, RuntimeException e) {
    failures++;
    String reason =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    draft.attribute("parse_error", reason.length() <= 300 ? reason : reason.substring(0, 300));
  }

  /** The time of the first event that has one, for those before it; null when none has. */
  public @Nullable EventTime firstTime() {
    return detection.firstTime();
  }
}
