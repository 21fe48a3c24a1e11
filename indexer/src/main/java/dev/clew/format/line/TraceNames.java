// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.AsciiText;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.Role;
import dev.clew.source.AsciiLine;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of the request that may open a message of ASCII, as {@link Head#traces} does:
 * {@code TraceID: 4bf92f35 SpanID: 00f0}. Remembers what the words in front of messages mean. Not
 * thread-safe.
 */
final class TraceNames {
  private static final int MOST = 2;
  private static final int SHORTEST = 6;
  private static final int LONGEST = 12;
  private static final int SLOTS = 64;

  private final KeyNames names;
  private final byte[] @Nullable [] words = new byte[SLOTS][];
  private final @Nullable Role[] roles = new Role[SLOTS];

  TraceNames(KeyNames names) {
    this.names = names;
  }

  /** Where the message starts, behind what is read from {@code from} on. */
  int read(AsciiLine line, int from, Draft draft) {
    int at = from;
    for (int i = 0; i < MOST && at < line.end(); i++) {
      int next = trace(line, at, draft);
      if (next < 0) {
        return at;
      }
      at = skipSeparators(line.bytes(), next, line.end());
    }
    return at;
  }

  private int trace(AsciiLine line, int at, Draft draft) {
    byte[] bytes = line.bytes();
    int nameEnd = AsciiText.nameEnd(bytes, at, Math.min(line.end(), at + LONGEST + 1));
    if (nameEnd - at < SHORTEST || nameEnd - at > LONGEST || bytes[nameEnd - 1] != ':') {
      return -1;
    }
    Role role = role(line, at, nameEnd - 1);
    if (role != Role.TRACE && role != Role.SPAN) {
      return -1;
    }
    int value = AsciiText.skipSpaces(bytes, nameEnd, line.end());
    int valueEnd = AsciiText.nameEnd(bytes, value, line.end());
    if (valueEnd == value) {
      return -1;
    }
    if (role == Role.TRACE) {
      draft.traceId(line.text(value, valueEnd));
    } else {
      draft.spanId(line.text(value, valueEnd));
    }
    return valueEnd;
  }

  private @Nullable Role role(AsciiLine line, int from, int to) {
    byte[] bytes = line.bytes();
    int slot = ((to - from) * 31 + bytes[from]) * 31 + bytes[to - 1] & (SLOTS - 1);
    byte[] known = words[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, bytes, from, to)) {
      KeyNames.Key key = names.find(line.text(from, to));
      words[slot] = Arrays.copyOfRange(bytes, from, to);
      roles[slot] = key == null ? null : key.role();
    }
    return roles[slot];
  }

  /** As {@link Head#skipSeparators}. */
  private static int skipSeparators(byte[] line, int from, int end) {
    int at = from;
    while (at < end) {
      byte c = line[at];
      if (c == ' ' || c == '\t' || c == '|' || c == ']') {
        at++;
      } else if (isMark(c)) {
        int run = at;
        while (run < end && line[run] == c) {
          run++;
        }
        boolean alone = run == end || line[run] == ' ' || line[run] == '\t';
        if (!alone && (c == '-' || line[run] != '[')) {
          return at;
        }
        at = run;
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean isMark(byte c) {
    return c == '-' || c == ':' || c == ',' || c == ';' || c == '~' || c == '>';
  }
}
