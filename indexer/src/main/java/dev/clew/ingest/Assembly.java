// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import dev.clew.format.Ansi;
import dev.clew.format.SourceParser;
import dev.clew.format.field.Draft;
import dev.clew.source.LineReader;
import dev.clew.source.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts the lines of one source together into events. */
final class Assembly {
  /** An event of more bytes is cut into pieces. */
  static final int MAX_BYTES = LineReader.MAX_PIECE;

  /** An event of more lines is cut into pieces. */
  static final int MAX_LINES = 10_000;

  private final Source source;
  private final SourceParser parser;
  private final SourceSettings known;
  private final Course course = new Course();
  private EventTime fallback;

  /** The time of the last event that has one, which lends it to those after it. */
  private @Nullable EventTime last;

  private @Nullable Draft draft;
  private @Nullable RawLine single;
  private Charset charset = StandardCharsets.UTF_8;
  private byte[] bytes = new byte[1024];
  private int length;
  private int lines;
  private long offset;
  private long line;
  private boolean endsLine;

  /**
   * @param known what events have that do not say otherwise
   */
  Assembly(Source source, SourceParser parser, SourceSettings known) {
    this.source = source;
    this.parser = parser;
    this.known = known;
    EventTime first = parser.firstTime();
    this.fallback =
        first == null
            ? EventTime.of(known.written(), TimeQuality.OBSERVED)
            : new EventTime(first.epochNanos(), TimeQuality.INHERITED);
  }

  /** Gives {@code time} to events without one until an event has one. */
  void lend(EventTime time) {
    fallback = time;
    last = null;
  }

  /** The time that the next event without one gets. */
  EventTime lent() {
    if (last != null) {
      lend(new EventTime(last.epochNanos(), TimeQuality.INHERITED));
    }
    return fallback;
  }

  /** True when the event ends where a physical line does. */
  boolean endsLine() {
    return endsLine;
  }

  /** True when an event waits for more lines. */
  boolean isOpen() {
    return draft != null;
  }

  /** True when the event that is open can take {@code more} bytes. */
  boolean hasRoom(int more) {
    return length + more <= MAX_BYTES && lines < MAX_LINES;
  }

  /** Starts an event with what {@code reader} read last. */
  void open(Draft first, LineReader reader) {
    draft = first;
    offset = reader.offset();
    line = reader.line();
    first.line(line);
    lines = reader.lines();
    length = reader.length();
    endsLine = reader.endsLine();
    charset = reader.charset();
    single = RawLine.of(reader.buffer(), reader.start(), length, charset);
    reader.foreignEncoding().ifPresent(name -> first.attribute("encoding", name));
    if (reader.isPart()) {
      first.attribute("partial", "true");
    } else if (reader.goesOn()) {
      first.attribute("truncated", "true");
    } else if (reader.continued() && reader.lineBytes() > reader.length()) {
      first.attribute("original_bytes", Long.toString(reader.lineBytes()));
    }
  }

  /** Adds what {@code reader} read last to the event that is open. */
  void join(LineReader reader) {
    if (single != null) {
      ensure(length);
      single.bytes().get(bytes, 0, length);
      single = null;
    }
    ensure(length + reader.length());
    System.arraycopy(reader.buffer(), reader.start(), bytes, length, reader.length());
    length += reader.length();
    endsLine = reader.endsLine();
    lines += reader.lines() - (reader.startsLine() ? 0 : 1);
    if (draft != null) {
      parser.join(draft, Ansi.strip(reader.text()));
      reader.foreignEncoding().ifPresent(name -> join(draft, name, reader));
    }
  }

  /** Lines of several encodings have none together: UTF-8 shows the most of them. */
  private void join(Draft open, String encoding, LineReader reader) {
    open.attribute("encoding", encoding);
    Charset other = reader.charset();
    boolean same = other.equals(charset) || other.equals(reader.sourceCharset());
    charset = same ? other : StandardCharsets.UTF_8;
  }

  private void ensure(int capacity) {
    if (bytes.length < capacity) {
      bytes = Arrays.copyOf(bytes, Math.max(capacity, bytes.length * 2));
    }
  }

  /** Bytes of the event that is open. */
  int length() {
    return length;
  }

  /** The format of the event that is open. */
  String format() {
    return draft == null ? "" : draft.format();
  }

  /** Ends the event that is open. */
  LogEvent close() {
    Draft whole = java.util.Objects.requireNonNull(draft, "an event must be open");
    parser.finish(whole);
    known.complete(whole);
    RawLine raw = single == null ? RawLine.of(bytes, 0, length, charset) : single;
    Origin origin = new Origin(source.id(), source.name(), offset, line, lines);
    EventTime time = whole.time();
    if (time != null) {
      time = course.next(time);
      whole.time(time);
    }
    LogEvent event = whole.event(origin, raw, time == null ? lent() : time, null);
    last = time == null ? last : time;
    draft = null;
    return event;
  }
}
