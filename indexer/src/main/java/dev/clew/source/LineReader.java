// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import dev.clew.source.text.BinaryCheck;
import dev.clew.source.text.TextDecoder;
import dev.clew.source.text.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into physical lines, or into the units of a {@link UnitCutter}. A line ends in a
 * line feed, whatever else it holds; in a source of which the first bytes hold carriage returns and
 * no line feed it ends in a carriage return too. A line or unit longer than {@link #MAX_PIECE}
 * comes in several pieces. A run of {@link #HOLE} zeros or more, as a rotation leaves behind, is a
 * {@link #hole}: it is counted and not kept. Keeps no more than a piece and a buffer.
 *
 * <p>A stream that fails in the middle ends there: what came before is delivered, and {@link
 * #failure} says why.
 *
 * <p>Not thread-safe. The line that {@link #next} found stays valid until it is called again.
 */
public final class LineReader {
  /** Most bytes of a piece. */
  public static final int MAX_PIECE = 1 << 20;

  /** So many zeros in a row are a hole. */
  public static final int HOLE = 64;

  private final ByteWindow window;
  private final AsciiLine ascii = new AsciiLine();
  private final TextDecoder decoder;
  private final LineEnds ends;
  private final int unit;
  private int length;
  private long hole;
  private long pendingHole;
  private long offset;
  private long line;
  private long lineBytes;
  private long lineFeeds;
  private boolean continued;
  private boolean startsLine = true;
  private @Nullable String text;

  /** Reads {@code in} in the encoding that its first bytes are most likely in. */
  public LineReader(InputStream in) {
    this(in, null, MAX_PIECE);
  }

  /**
   * @param encoding how the bytes spell text; null to tell it from the first of them
   */
  public LineReader(InputStream in, @Nullable TextEncoding encoding) {
    this(in, encoding, MAX_PIECE);
  }

  LineReader(InputStream in, @Nullable TextEncoding encoding, int maxPiece) {
    window = new ByteWindow(in);
    window.readAhead();
    if (window.hasZeros(window.start(), HOLE)) {
      pendingHole = window.dropZeros(Integer.BYTES);
      window.readAhead();
    }
    decoder =
        encoding == null
            ? TextDecoder.guess(window.bytes(), window.start(), window.filled())
            : TextDecoder.of(encoding);
    unit = decoder.encoding().unit();
    if (pendingHole > 0) {
      pendingHole += window.dropZeros(unit);
    }
    ends = new LineEnds(window, decoder, maxPiece);
  }

  /** Why the stream is not text; empty when it is. To be asked before the first line. */
  public Optional<String> binaryReason() {
    return BinaryCheck.reason(window.bytes(), window.start(), window.filled(), decoder.encoding());
  }

  /** The first lines of the stream, at most {@code most}; none is consumed. */
  public List<String> sample(int most) {
    List<String> lines = new ArrayList<>();
    byte[] bytes = window.bytes();
    int from = window.start();
    for (int at = from; at + unit <= window.filled() && lines.size() < most; at += unit) {
      if (ends.isEnd(bytes, at)) {
        lines.add(peek(bytes, from, at + unit));
        from = at + unit;
      }
    }
    boolean rest = window.ended() || lines.isEmpty();
    if (from < window.filled() && lines.size() < most && rest) {
      lines.add(peek(bytes, from, window.filled()));
    }
    return lines;
  }

  private String peek(byte[] bytes, int from, int to) {
    int start = from + (LineScan.zerosEnd(bytes, from, to) - from) / unit * unit;
    return decoder.peek(bytes, start, to - start);
  }

  /**
   * Cuts into units of another kind from here on; text whose bytes below 128 may be parts of other
   * characters stays cut into lines.
   */
  public void cutBy(UnitCutter other) {
    ends.cutBy(other);
  }

  /** The first bytes of the stream, at most {@code most}; to be asked before the first line. */
  public byte[] head(int most) {
    int zeros = (int) Math.min(pendingHole, most);
    int taken = Math.min(window.filled() - window.start(), most - zeros);
    byte[] head = new byte[zeros + taken];
    System.arraycopy(window.bytes(), window.start(), head, zeros, taken);
    return head;
  }

  /**
   * Goes past {@code to} bytes of the stream, before the first line.
   *
   * @param atLine the number of the physical line there
   * @param inLine that this line began before
   * @param most how many of the bytes passed last to return
   */
  public byte[] resumeAt(long to, long atLine, boolean inLine, int most) {
    byte[] last = new byte[(int) Math.min(most, to)];
    long from = to - last.length;
    long zeros = Math.min(pendingHole, to);
    pendingHole -= zeros;
    window.skip(Math.max(0, from - zeros));
    window.take(last, (int) Math.max(0, zeros - from));
    offset = to;
    lineFeeds = atLine - 1;
    startsLine = !inLine;
    ends.complete(!inLine || ends.cutsUnits());
    return last;
  }

  /**
   * The end of the stream is only its end so far: a line without its end waits there until more
   * follows, and {@link #next} may be asked again after it was false.
   */
  public void growing(boolean on) {
    ends.growing(on);
  }

  /** Bytes read that wait for the end of their line. */
  public int waiting() {
    return window.filled() - window.start() - length;
  }

  /** Goes to what waits for the end of its line, as a piece of it; false when nothing does. */
  public boolean nextPart() {
    ends.taking(true);
    try {
      return next();
    } finally {
      ends.taking(false);
    }
  }

  /** True when this is a piece of a line whose end was not waited for. */
  public boolean isPart() {
    return ends.isPart();
  }

  /**
   * Goes to the next line, unit or hole, or to the next piece of a long line or unit; false at the
   * end.
   */
  public boolean next() {
    if (ends.isGrowing()) {
      window.goOn();
    }
    boolean atLineStart = (length == 0 && hole == 0) ? startsLine : endsLine();
    offset += length + hole;
    window.drop(length);
    continued = !ends.isComplete();
    startsLine = atLineStart;
    line = lineFeeds + 1;
    length = 0;
    hole = 0;
    text = null;
    lineBytes = continued ? lineBytes : 0;
    return findHole() || findPiece();
  }

  private boolean findHole() {
    hole = pendingHole;
    pendingHole = 0;
    if (hole == 0 && startsWithZero() && window.hasZeros(window.start(), HOLE)) {
      hole = window.dropZeros(unit);
    }
    if (hole == 0) {
      return false;
    }
    ends.complete(true);
    continued = false;
    return true;
  }

  private boolean startsWithZero() {
    return window.start() < window.filled() && window.bytes()[window.start()] == 0;
  }

  private boolean findPiece() {
    length = ends.find(continued) - window.start();
    if (length == 0) {
      return false;
    }
    lineBytes += length;
    countLineFeeds();
    return true;
  }

  /** True when the line is there with its end. */
  public boolean endsLine() {
    return length >= unit && ends.isEnd(window.bytes(), window.start() + length - unit);
  }

  private void countLineFeeds() {
    if (!ends.cutsUnits()) {
      lineFeeds += endsLine() ? 1 : 0;
      return;
    }
    for (int i = window.start(); i < window.start() + length; i++) {
      lineFeeds += ends.isEnd(window.bytes(), i) ? 1 : 0;
    }
  }

  /** Holds the line at {@link #start()}; never to be written to. */
  public byte[] buffer() {
    return window.bytes();
  }

  /** Where in {@link #buffer} the line starts. */
  public int start() {
    return window.start();
  }

  /** Bytes of the line, its terminator included; 0 for a hole. */
  public int length() {
    return length;
  }

  /** Zeros that this stands for and that are not kept; 0 when this is a line. */
  public long hole() {
    return hole;
  }

  /** Bytes of the stream before the line. */
  public long offset() {
    return offset;
  }

  /** Number of the physical line that this starts on, from 1. */
  public long line() {
    return line;
  }

  /** True when this is a later piece of a line or unit that began before. */
  public boolean continued() {
    return continued;
  }

  /** True when a further piece of the line or unit follows. */
  public boolean goesOn() {
    return !ends.isComplete();
  }

  /** Bytes of the line or unit up to the end of this piece of it. */
  public long lineBytes() {
    return lineBytes;
  }

  /** True when this starts where a physical line starts. */
  public boolean startsLine() {
    return startsLine;
  }

  /** How many physical lines this is part of, the one it starts on included. */
  public int lines() {
    return (int) (lineFeeds - line + 1) + (endsLine() ? 0 : 1);
  }

  /** The line's text without its terminator; empty for a hole. */
  public String text() {
    String known = text;
    if (known == null) {
      known = decoder.decode(window.bytes(), window.start(), length, ends.scan().isAscii());
      text = known;
    }
    return known;
  }

  /**
   * The line where it stands, without its terminator, when all its characters are of ASCII and none
   * is a control character but a tab; else null. To be asked when this is not a hole.
   */
  public @Nullable AsciiLine ascii() {
    if (!isAscii()) {
      return null;
    }
    ascii.of(window.bytes(), window.start(), window.start() + length);
    return ends.scan().mayHoldControls() && ascii.hasControls() ? null : ascii;
  }

  private boolean isAscii() {
    return unit == 1 && ends.scan().isAscii();
  }

  /** How the bytes of the line spell its {@link #text}. */
  public Charset charset() {
    if (isAscii()) {
      return StandardCharsets.UTF_8;
    }
    text();
    return decoder.used().charset();
  }

  /**
   * The name of the encoding of the line where it is not UTF-8, with a star when it has errors;
   * empty for UTF-8 without errors.
   */
  public Optional<String> foreignEncoding() {
    if (isAscii()) {
      return Optional.empty();
    }
    text();
    return Optional.ofNullable(decoder.label());
  }

  /** How the bytes of the source spell text; single lines may differ. */
  public Charset sourceCharset() {
    return decoder.encoding().charset();
  }

  /** Why the stream ended before its end. */
  public Optional<IOException> failure() {
    return window.failure();
  }
}
