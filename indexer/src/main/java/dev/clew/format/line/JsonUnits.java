// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.json.JsonBytes;
import dev.clew.format.json.JsonTrail;
import dev.clew.format.json.RecordPath;
import dev.clew.source.UnitCutter;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON that is not one object a line into the records of its documents: an array of objects,
 * objects over several lines, one document with an array of records. What stands before the first
 * record goes to it, what stands between two to the first of them, up to the line on which the
 * second starts, and the end of a document to its last record.
 */
public final class JsonUnits implements UnitCutter {
  /** How far ahead the end of a document, or what its records refer to, is looked for. */
  private static final int AHEAD = 1 << 19;

  private final JsonTrail unit;
  private final JsonTrail trail;
  private final JsonTrail ahead;
  private final RecordPath path;
  private @Nullable String late;

  /** Cuts into outermost objects. */
  public JsonUnits() {
    this(RecordPath.of(java.util.List.of()));
  }

  /**
   * @param path where the records are
   */
  public JsonUnits(RecordPath path) {
    this.path = path;
    this.unit = new JsonTrail(path);
    this.trail = new JsonTrail(path);
    this.ahead = new JsonTrail(path);
  }

  RecordPath path() {
    return path;
  }

  /** What the records refer to, found behind them; null when it was not. */
  @Nullable String late() {
    return late;
  }

  @Override
  public int end(byte[] bytes, int from, int to, boolean last) {
    trail.copy(unit);
    trail.to(from);
    int start = trail.next(bytes, to);
    if (start < 0) {
      return without(bytes, from, to, last);
    }
    int close = JsonBytes.valueEnd(bytes, start, to);
    if (close < 0) {
      return last ? whole(to) : MORE;
    }
    lookBehind(bytes, close, to);
    trail.to(close);
    int end = gap(bytes, close, to, last);
    if (end == MORE) {
      return last ? whole(to) : to - from < AHEAD ? MORE : cut(close);
    }
    return end;
  }

  private int whole(int to) {
    unit.reset();
    return to;
  }

  private int cut(int end) {
    unit.copy(trail);
    unit.to(end);
    return end;
  }

  /** Bytes without a record: the rest of the line they are on, or of the document. */
  private int without(byte[] bytes, int from, int to, boolean last) {
    boolean more = !trail.isBroken() && !(trail.isOutside() && trail.at() < to);
    if (last && (more || trail.at() >= to)) {
      return whole(to);
    }
    if (more) {
      return MORE;
    }
    for (int i = trail.isBroken() ? from : trail.at(); i < to; i++) {
      if (bytes[i] == '\n') {
        return whole(i + 1);
      }
    }
    return last ? whole(to) : MORE;
  }

  private void lookBehind(byte[] bytes, int close, int to) {
    ahead.copy(trail);
    ahead.to(close);
    String found = ahead.late(bytes, to);
    late = found == null && !trail.isOutside() ? late : found;
  }

  /** Where, after a record, the next unit starts; {@code MORE} when that is not at hand. */
  private int gap(byte[] bytes, int close, int to, boolean last) {
    int line = close;
    ahead.copy(trail);
    ahead.to(close);
    int at = close;
    while (at < to && isBetween(bytes[at])) {
      at++;
      if (bytes[at - 1] == '\n') {
        line = at;
      }
    }
    if (at == to && !last) {
      return MORE;
    }
    int next = ahead.next(bytes, to);
    if (next >= 0 || ahead.isBroken()) {
      return cutAt(bytes, line > close ? line : at, to);
    }
    if (ahead.isOutside() && ahead.at() < to) {
      return documentEnd(bytes, to, last);
    }
    return last ? to : MORE;
  }

  private static boolean isBetween(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == ',' || b == ']' || b == '}';
  }

  /** Ends the unit in what stands between two records, with the trail at that place. */
  private int cutAt(byte[] bytes, int end, int to) {
    int stop = Math.min(end, to);
    trail.next(bytes, stop);
    if (trail.isBroken()) {
      trail.reset();
    }
    return cut(stop);
  }

  /** The document has no further record: its end, and blanks up to a line's, belong to this one. */
  private int documentEnd(byte[] bytes, int to, boolean last) {
    int at = ahead.at();
    while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
      if (bytes[at - 1] == '\n') {
        return whole(at);
      }
    }
    return at == to && !last ? MORE : whole(at);
  }
}
