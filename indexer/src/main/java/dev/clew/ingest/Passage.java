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
import dev.clew.ingest.bookmark.Account;
import dev.clew.ingest.bookmark.Bookmark;
import dev.clew.ingest.bookmark.Earlier;
import dev.clew.ingest.bookmark.Fingerprint;
import dev.clew.ingest.bookmark.Standing;
import dev.clew.ingest.bookmark.Trail;
import dev.clew.source.AsciiLine;
import dev.clew.source.LineReader;
import dev.clew.source.Source;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one source, from where it was left to where it ends, or for as long as it grows.
 * Not thread-safe.
 */
final class Passage {
  private static final String HOLE = "hole of zeros";
  private static final String BLANK_FIRST = "blank line before the first event";
  private static final String BLANK_LATER = "blank line after an event was ended by a pause";

  private final Source source;
  private final Standing standing;
  private final LineReader reader;
  private final SourceParser parser;
  private final SourceSettings known;
  private final Assembly assembly;
  private final FileCount count = new FileCount();
  private final ReadListener listener;
  private final Checkpoints checkpoints;
  private final Trail trail;
  private final Account before;
  private long line;
  private boolean inLine;
  private final @Nullable Long lent;
  private long events;

  /** An event was read since the source was opened. */
  private boolean begun;

  /** Lines that follow may belong to an event that was ended already. */
  private boolean interrupted;

  /** Reading ended before the lines did; what is open is read again by whoever goes on. */
  private boolean cut;

  /** When lines are read, where they are read as soon as they are there; else null. */
  private @Nullable Instant received;

  /**
   * @param source under the identity of its standing
   * @param reader at the first byte of the source
   * @param known what events have that do not say otherwise
   */
  Passage(
      Source source,
      Standing standing,
      LineReader reader,
      SourceParser parser,
      SourceSettings known,
      ReadListener listener,
      Checkpoints checkpoints) {
    this.source = source;
    this.standing = standing;
    this.reader = reader;
    this.parser = parser;
    this.known = known;
    this.assembly = new Assembly(source, parser, known);
    this.listener = listener;
    this.checkpoints = checkpoints;
    Bookmark left = standing.bookmark();
    before = left == null ? Account.NOTHING : checkpoints.before(standing.source());
    line = left == null ? 1 : left.line();
    inLine = left != null && left.inLine();
    lent = left == null ? null : left.time();
    events = left == null ? 0 : left.events();
    interrupted = left != null;
    trail = left == null ? new Trail() : resume(left);
  }

  private Trail resume(Bookmark left) {
    byte[] first = reader.head((int) Math.min(Fingerprint.MOST, left.offset()));
    byte[] last = reader.resumeAt(left.offset(), line, inLine, left.tail().length());
    if (lent != null) {
      assembly.lend(new EventTime(lent, TimeQuality.INHERITED));
    }
    return new Trail(first, last, left.offset());
  }

  /** From now on lines are new: they are read at {@code now}, as soon as they are there. */
  void live(Instant now) {
    received = now;
  }

  /** True when some of the source was read before. */
  boolean isKnown() {
    return standing.bookmark() != null || begun;
  }

  /** False when what was read before is no longer what the source starts with. */
  boolean isResumed() {
    Bookmark left = standing.bookmark();
    return left == null || (trail.head().equals(left.head()) && trail.tail().equals(left.tail()));
  }

  /** Reads all lines that are there, unless reading is to end before. */
  void advance() {
    while (!cut && reader.next()) {
      line();
      cut = checkpoints.isOver();
    }
  }

  /** True when more may be there than was read. */
  boolean isCut() {
    return cut;
  }

  private void line() {
    count.read(reader);
    if (reader.hole() > 0) {
      settle();
      reject(HOLE);
      return;
    }
    AsciiLine plain = reader.ascii();
    Draft compiled = plain == null || reader.continued() ? null : parser.start(plain);
    if (compiled != null) {
      settle();
      open(compiled);
    } else {
      text(plain == null ? Ansi.strip(reader.text()) : reader.text());
    }
  }

  private void text(String text) {
    boolean blank = text.isBlank();
    Optional<String> rejection = parser.rejection(text);
    if (rejection.isPresent()) {
      settle();
      reject(rejection.get());
      return;
    }
    Draft draft = blank || reader.continued() ? null : parser.start(text);
    boolean piece = draft == null && (reader.continued() || !assembly.hasRoom(reader.length()));
    if (draft != null || (piece && assembly.isOpen())) {
      Draft next = draft == null ? parser.piece(text) : draft;
      settle();
      open(next);
    } else if (assembly.isOpen()) {
      assembly.join(reader);
      count.continuation(reader);
    } else if (blank) {
      reject(interrupted ? BLANK_LATER : BLANK_FIRST);
    } else {
      open(interrupted ? continuing(parser.piece(text)) : parser.orphan(text));
    }
  }

  /** Marks {@code draft} when what it continues was ended before. */
  private Draft continuing(Draft draft) {
    draft.attribute("continues", "true");
    return draft;
  }

  private void open(Draft draft) {
    if (isLate(draft.time())) {
      draft.attribute(LogEvent.RECEIVED_LATE, String.valueOf(received));
    }
    assembly.open(draft, reader);
    count.event(reader);
    interrupted = false;
  }

  private boolean isLate(@Nullable EventTime time) {
    return received != null
        && time != null
        && time.quality().isCertain()
        && time.instant().plus(Course.LATE).isBefore(received);
  }

  /** Ends the event that is open; lines that would continue it become events that say so. */
  void pause() {
    if (!cut) {
      settle();
      interrupted = true;
    }
  }

  /** Makes an event of what waits for the end of its line; the rest of the line will say so. */
  void takePart() {
    pause();
    if (!cut && reader.nextPart()) {
      count.read(reader);
      String text = Ansi.strip(reader.text());
      Draft draft = reader.continued() ? null : parser.start(text);
      if (draft == null) {
        draft = parser.piece(text);
      }
      open(draft);
      pause();
    }
  }

  /** Makes an event of what waits for the end of its line; nothing will follow it. */
  void takeRest() {
    if (!cut && reader.nextPart()) {
      line();
    }
    pause();
  }

  private void settle() {
    if (assembly.isOpen()) {
      count.accounted(assembly.length());
      String format = assembly.format();
      LogEvent event = assembly.close();
      events++;
      begun = true;
      if (event.time().quality().isRead()) {
        count.timed();
      }
      listener.event(event, format);
      trail.add(event.raw().bytes());
      passed(event.origin(), assembly.endsLine());
    }
  }

  private void reject(String reason) {
    RawLine raw = RawLine.of(reader.buffer(), reader.start(), reader.length(), reader.charset());
    count.rejected(reason, reader);
    Origin origin =
        new Origin(source.id(), source.name(), reader.offset(), reader.line(), reader.lines());
    Rejection rejection = new Rejection(origin, reason, raw, reader.hole());
    count.accounted(rejection.bytes());
    listener.rejected(rejection);
    trail.addZeros(reader.hole());
    trail.add(raw.bytes());
    passed(origin, reader.endsLine());
  }

  private void passed(Origin origin, boolean endsLine) {
    inLine = !endsLine;
    line = origin.line() + origin.lines() - (inLine ? 1 : 0);
    checkpoints.reached(this);
  }

  /** Where reading could be taken up again; empty while nothing was read. */
  Optional<Bookmark> bookmark() {
    if (trail.offset() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Bookmark(
            standing.source(),
            standing.born(),
            standing.generation(),
            standing.place(),
            standing.since(),
            standing.fileKey(),
            trail.head(),
            trail.tail(),
            trail.offset(),
            line,
            inLine,
            time(),
            events));
  }

  /** What the next event without a time inherits; null when that is no time of an event. */
  private @Nullable Long time() {
    if (!begun) {
      return lent;
    }
    EventTime next = assembly.lent();
    return next.quality().equals(TimeQuality.INHERITED) ? (Long) next.epochNanos() : null;
  }

  /** What became of the source over all readings. */
  Account account() {
    Bookmark left = standing.bookmark();
    Earlier all = new Earlier(trail.offset(), line - (inLine ? 0 : 1), events);
    Earlier old =
        left == null ? Earlier.NOTHING : new Earlier(left.offset(), left.lines(), left.events());
    return before.plus(
        count.account(
            source.name(),
            standing.place(),
            parser.detection(),
            all.minus(old),
            parser.failures()));
  }

  /** What became of the source in this reading so far. */
  FileRow row() {
    return count.row(source, parser.detection(), known.words(), standing.bookmark());
  }

  Source source() {
    return source;
  }

  /** Events that could not be read and are kept as they are. */
  int failures() {
    return parser.failures();
  }

  LineReader reader() {
    return reader;
  }

  /** True when an event waits for more lines. */
  boolean isOpen() {
    return assembly.isOpen();
  }

  /** Bytes of whole events and rejections read. */
  long offset() {
    return trail.offset();
  }
}
