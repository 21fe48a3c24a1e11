// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into physical lines, whatever ends in a line feed, or into the units of a {@link
 * UnitCutter}. A line or unit longer than {@link #MAX_PIECE} comes in several pieces. Reads and
 * keeps no more than a piece and a buffer.
 *
 * <p>A stream that fails in the middle ends there: what came before is delivered, and {@link
 * #failure} says why.
 *
 * <p>Not thread-safe. The line that {@link #next} found stays valid until it is called again.
 */
public final class LineReader {
  /** Most bytes of a piece. */
  public static final int MAX_PIECE = 1 << 20;

  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final int maxPiece;
  private byte[] buffer = new byte[BUFFER];
  private TextEncoding encoding = TextEncoding.UTF_8;
  private int filled;
  private int start;
  private int length;
  private long offset;
  private long line;
  private long lineFeeds;
  private boolean complete = true;
  private boolean continued;
  private boolean startsLine = true;
  private @Nullable UnitCutter cutter;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();

  public LineReader(InputStream in) {
    this(in, MAX_PIECE);
  }

  LineReader(InputStream in, int maxPiece) {
    this.in = in;
    this.maxPiece = maxPiece;
    while (filled < BUFFER && !ended) {
      fill();
    }
    encoding = TextEncoding.of(buffer, filled);
  }

  /** Why the stream is not text; empty when it is. To be asked before the first line. */
  public Optional<String> binaryReason() {
    return BinaryCheck.reason(buffer, Math.min(filled, 1 << 16));
  }

  /** The first lines of the stream, at most {@code most}; none is consumed. */
  public List<String> sample(int most) {
    List<String> lines = new ArrayList<>();
    int unit = encoding.unit();
    int from = 0;
    for (int at = 0; at + unit <= filled && lines.size() < most; at += unit) {
      if (encoding.isLineFeed(buffer, at)) {
        lines.add(encoding.decode(buffer, from, at + unit - from));
        from = at + unit;
      }
    }
    if (from < filled && lines.size() < most && (ended || lines.isEmpty())) {
      lines.add(encoding.decode(buffer, from, filled - from));
    }
    return lines;
  }

  /** Cuts into units of another kind from here on; text in UTF-16 stays cut into lines. */
  public void cutBy(UnitCutter other) {
    cutter = encoding == TextEncoding.UTF_8 ? other : null;
  }

  /**
   * Goes to the next line, to the next unit, or to the next piece of a long one; false at the end.
   */
  public boolean next() {
    boolean atLineStart = length == 0 ? startsLine : endsInLineFeed();
    offset += length;
    start += length;
    continued = !complete;
    startsLine = atLineStart;
    line = lineFeeds + 1;
    length = 0;
    int end = cutter == null ? findEnd() : findUnitEnd(cutter);
    if (end == start) {
      return false;
    }
    length = end - start;
    countLineFeeds();
    return true;
  }

  private boolean endsInLineFeed() {
    int unit = encoding.unit();
    return length >= unit && encoding.isLineFeed(buffer, start + length - unit);
  }

  private void countLineFeeds() {
    if (cutter == null) {
      lineFeeds += endsInLineFeed() ? 1 : 0;
      return;
    }
    for (int i = start; i < start + length; i++) {
      lineFeeds += buffer[i] == '\n' ? 1 : 0;
    }
  }

  private int findUnitEnd(UnitCutter unit) {
    while (true) {
      int end = unit.end(buffer, start, filled, ended);
      if (end != UnitCutter.MORE && end - start <= maxPiece) {
        complete = true;
        return end;
      }
      if (filled - start > maxPiece) {
        complete = false;
        return boundary(start + maxPiece);
      }
      if (ended) {
        complete = true;
        return filled;
      }
      fill();
    }
  }

  private int findEnd() {
    int unit = encoding.unit();
    int at = start;
    while (true) {
      int limit = Math.min(filled - unit + 1, start + maxPiece);
      for (; at < limit; at += unit) {
        if (encoding == TextEncoding.UTF_8 ? buffer[at] == '\n' : encoding.isLineFeed(buffer, at)) {
          complete = true;
          return at + unit;
        }
      }
      if (at - start >= maxPiece && (filled > at || ended)) {
        complete = false;
        return boundary(at);
      }
      if (ended) {
        complete = true;
        return filled;
      }
      int moved = start;
      fill();
      at -= moved - start;
    }
  }

  /** No character of UTF-8 is cut in two: its later bytes are those of the form 10xxxxxx. */
  private int boundary(int end) {
    int cut = end;
    if (encoding == TextEncoding.UTF_8) {
      while (cut > end - 4 && cut > start + 1 && cut < filled && (buffer[cut] & 0xc0) == 0x80) {
        cut--;
      }
      return cut > end - 4 ? cut : end;
    }
    return cut;
  }

  private void fill() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        ended = true;
      } else {
        filled += read;
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      ended = true;
    }
  }

  /** Holds the line at {@link #start()}; never to be written to. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where in {@link #buffer} the line starts. */
  public int start() {
    return start;
  }

  /** Bytes of the line, its terminator included. */
  public int length() {
    return length;
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

  /** True when this starts where a physical line starts. */
  public boolean startsLine() {
    return startsLine;
  }

  /** How many physical lines this is part of, the one it starts on included. */
  public int lines() {
    return (int) (lineFeeds - line + 1) + (endsInLineFeed() ? 0 : 1);
  }

  /** The line's text without its terminator. */
  public String text() {
    return encoding.decode(buffer, start, length);
  }

  /** How bytes become text. */
  public TextEncoding encoding() {
    return encoding;
  }

  /** Why the stream ended before its end. */
  public Optional<IOException> failure() {
    return failure;
  }
}
