// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import dev.clew.source.text.TextDecoder;
import dev.clew.source.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** Where in a window the line, unit or piece ends that starts there. Not thread-safe. */
final class LineEnds {
  private final ByteWindow window;
  private final TextDecoder decoder;
  private final int maxPiece;
  private final int unit;
  private final boolean atReturns;
  private final LineScan scan = new LineScan();
  private boolean complete = true;
  private boolean growing;
  private boolean taking;
  private boolean part;
  private @Nullable UnitCutter cutter;

  /**
   * The window holds the first bytes of the stream.
   *
   * @param maxPiece most bytes of a piece
   */
  LineEnds(ByteWindow window, TextDecoder decoder, int maxPiece) {
    this.window = window;
    this.decoder = decoder;
    this.maxPiece = maxPiece;
    this.unit = decoder.encoding().unit();
    this.atReturns = endsAtReturns();
  }

  private boolean endsAtReturns() {
    TextEncoding encoding = decoder.encoding();
    boolean returns = false;
    for (int at = window.start(); at + unit <= window.filled(); at += unit) {
      if (encoding.isAt(window.bytes(), at, '\n')) {
        return false;
      }
      returns |= encoding.isAt(window.bytes(), at, '\r');
    }
    return returns;
  }

  /** What was learned of the bytes of the line. */
  LineScan scan() {
    return scan;
  }

  /** See {@link LineReader#cutBy}. */
  void cutBy(UnitCutter other) {
    cutter = decoder.encoding().isAsciiSafe() ? other : null;
  }

  boolean cutsUnits() {
    return cutter != null;
  }

  /** See {@link LineReader#growing}. */
  void growing(boolean on) {
    growing = on;
  }

  boolean isGrowing() {
    return growing;
  }

  /** Whether to take what waits for the end of its line. */
  void taking(boolean on) {
    taking = on;
  }

  /** True when what was found last ends with its line or unit. */
  boolean isComplete() {
    return complete;
  }

  /** Says so of what somebody else found. */
  void complete(boolean on) {
    complete = on;
    part = false;
  }

  /** True when what was found last is a piece of a line whose end was not waited for. */
  boolean isPart() {
    return part;
  }

  /** True when a line ends with the unit at {@code at}. */
  boolean isEnd(byte[] bytes, int at) {
    TextEncoding encoding = decoder.encoding();
    return encoding.isAt(bytes, at, '\n') || (atReturns && encoding.isAt(bytes, at, '\r'));
  }

  /**
   * The end of the next line, unit or piece; where the window starts when there is none.
   *
   * @param continued that its start was found before
   */
  int find(boolean continued) {
    scan.clear();
    part = false;
    UnitCutter units = cutter;
    boolean scanned = units == null && unit == 1 && !atReturns;
    int end;
    if (units != null) {
      end = findUnitEnd(units, continued);
    } else {
      end = scanned ? findLineFeed(continued) : findTerminator(continued);
    }
    if (!scanned && (units != null || unit == 1)) {
      scan.pass(window.bytes(), window.start(), end);
    }
    return end;
  }

  private int findUnitEnd(UnitCutter units, boolean continued) {
    while (true) {
      int start = window.start();
      int end = units.end(window.bytes(), start, window.filled(), window.ended() && !growing);
      if (end != UnitCutter.MORE && end - start <= maxPiece) {
        complete = true;
        return end;
      }
      if (window.filled() - start > maxPiece) {
        return cut(start + maxPiece);
      }
      if (window.ended()) {
        complete = true;
        return endSoFar(continued);
      }
      window.fill();
    }
  }

  private int findLineFeed(boolean continued) {
    int at = window.start();
    complete = true;
    while (true) {
      int limit = Math.min(window.filled(), window.start() + maxPiece);
      at = scan.find(window.bytes(), at, limit);
      if (at < limit) {
        if (window.bytes()[at] == '\n') {
          return at + 1;
        }
        int run = zerosStart(at);
        int before = window.start();
        if (window.hasZeros(run, LineReader.HOLE)) {
          return run - before + window.start();
        }
        at += window.start() - before;
        at = LineScan.zerosEnd(window.bytes(), at, Math.min(at + LineReader.HOLE, window.filled()));
      } else if (at - window.start() >= maxPiece && (window.filled() > at || window.ended())) {
        return cut(at);
      } else if (window.ended()) {
        return endSoFar(continued);
      } else {
        at -= window.fill();
      }
    }
  }

  private int zerosStart(int at) {
    int run = at;
    while (run > window.start() && window.bytes()[run - 1] == 0) {
      run--;
    }
    return run;
  }

  /** As {@link #findLineFeed}, for text in wide units or ended by carriage returns. */
  private int findTerminator(boolean continued) {
    TextEncoding encoding = decoder.encoding();
    int at = window.start();
    int zeros = 0;
    complete = true;
    while (true) {
      int limit = Math.min(window.filled() - unit + 1, window.start() + maxPiece);
      for (; at < limit; at += unit) {
        byte[] bytes = window.bytes();
        if (encoding.isAt(bytes, at, '\n')) {
          return at + unit;
        }
        if (atReturns && encoding.isAt(bytes, at, '\r')) {
          return afterReturn(at + unit);
        }
        zeros = encoding.isAt(bytes, at, '\0') ? zeros + unit : 0;
        if (zeros >= LineReader.HOLE) {
          return at + unit - zeros;
        }
      }
      if (at - window.start() >= maxPiece && (window.filled() > at || window.ended())) {
        return cut(at);
      }
      if (window.ended()) {
        return endSoFar(continued);
      }
      at -= window.fill();
    }
  }

  /** Where the line ends that the stream ended in. */
  private int endSoFar(boolean continued) {
    if (!growing) {
      return window.filled();
    }
    if (taking) {
      part = window.filled() > window.start();
      complete = !part;
      return wholeCharacters();
    }
    complete = !continued;
    window.shrink();
    return window.start();
  }

  /** The end of the last whole character at hand. */
  private int wholeCharacters() {
    int start = window.start();
    int filled = window.filled();
    if (unit > 1) {
      return filled - (filled - start) % unit;
    }
    if (decoder.encoding() != TextEncoding.UTF_8) {
      return filled;
    }
    byte[] bytes = window.bytes();
    int lead = filled - 1;
    while (lead > start && lead > filled - 4 && (bytes[lead] & 0xc0) == 0x80) {
      lead--;
    }
    int wanted = lead < start ? 0 : Integer.numberOfLeadingZeros(~(bytes[lead] << 24));
    return wanted > 1 && wanted <= 4 && lead + wanted > filled ? lead : filled;
  }

  private int afterReturn(int after) {
    int at = after;
    while (at + unit > window.filled() && !window.ended()) {
      at -= window.fill();
    }
    boolean pair =
        at + unit <= window.filled() && decoder.encoding().isAt(window.bytes(), at, '\n');
    return pair ? at + unit : at;
  }

  private int cut(int end) {
    complete = false;
    return decoder.boundary(window.bytes(), window.start(), end, window.filled());
  }
}
