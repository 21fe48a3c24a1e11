// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.Pattern;
import dev.clew.event.RawLine;
import dev.clew.event.Severity;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventEncoder} wrote; its grammar is there. */
final class EventDecoder {
  private final byte[] bytes;
  private final int end;
  private int at;

  private EventDecoder(BytesRef encoded) {
    bytes = encoded.bytes;
    at = encoded.offset;
    end = encoded.offset + encoded.length;
  }

  /** The event encoded in {@code encoded}. */
  static LogEvent decode(BytesRef encoded) throws CorruptIndexException {
    try {
      return new EventDecoder(encoded).event();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new CorruptIndexException("not an event", "stored events", e);
    }
  }

  private static Set<TimeQuality.Doubt> doubts(int bits) {
    if (bits == 0) {
      return Set.of();
    }
    Set<TimeQuality.Doubt> doubts = EnumSet.noneOf(TimeQuality.Doubt.class);
    for (int i = 0; i < EventEncoder.DOUBTS.size(); i++) {
      if ((bits >> i & 1) != 0) {
        doubts.add(EventEncoder.DOUBTS.get(i));
      }
    }
    return doubts;
  }

  private LogEvent event() {
    byte version = bytes[at++];
    if (version != EventEncoder.VERSION) {
      throw new IllegalArgumentException("event of version " + version);
    }
    int rawLength = readInt();
    int rawStart = skip(rawLength);
    Origin origin = new Origin(required(), required(), readLong(), readLong(), readInt());
    long zigzag = readLong();
    TimeQuality quality =
        new TimeQuality(
            EventEncoder.SOURCES.get(bytes[at++]),
            EventEncoder.ZONES.get(bytes[at++]),
            doubts(readInt()));
    EventTime time = new EventTime((zigzag >>> 1) ^ -(zigzag & 1), quality);
    Severity severity = severity(bytes[at++]);
    return new LogEvent(
        origin,
        time,
        severity,
        readText(),
        readText(),
        readText(),
        readText(),
        readText(),
        readText(),
        readText(),
        readText(),
        body(rawStart),
        attributes(),
        exception(),
        pattern(),
        RawLine.of(bytes, rawStart, rawLength, charset()));
  }

  private Charset charset() {
    return at < end ? Charset.forName(required()) : StandardCharsets.UTF_8;
  }

  private String body(int rawStart) {
    if (bytes[at++] == 1) {
      return required();
    }
    int start = readInt();
    int length = readInt();
    return new String(bytes, rawStart + start, length, StandardCharsets.US_ASCII);
  }

  private Map<String, String> attributes() {
    int count = readInt();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.put(required(), required());
    }
    return attributes;
  }

  private @Nullable StackTrace exception() {
    int count = readInt();
    List<StackTrace> chain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chain.add(new StackTrace(required(), required(), frames(), null));
    }
    StackTrace exception = null;
    for (int i = count - 1; i >= 0; i--) {
      StackTrace trace = chain.get(i);
      exception = new StackTrace(trace.type(), trace.message(), trace.frames(), exception);
    }
    return exception;
  }

  private List<StackFrame> frames() {
    int count = readInt();
    List<StackFrame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(new StackFrame(required(), required(), readText(), readInt()));
    }
    return frames;
  }

  private @Nullable Pattern pattern() {
    String id = readText();
    return id == null ? null : new Pattern(id, required());
  }

  private String required() {
    String text = readText();
    if (text == null) {
      throw new IllegalArgumentException("text is missing");
    }
    return text;
  }

  private @Nullable String readText() {
    long header = readLong();
    if (header == 0) {
      return null;
    }
    int length = (int) ((header - 1) >>> 1);
    int start = skip(length);
    return (header & 1) == 0
        ? Utf16.text(bytes, start, length)
        : new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  private int readInt() {
    return (int) readLong();
  }

  private long readLong() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("number of more than 64 bits");
  }

  /** Moves on by {@code length}, and says where that started. */
  private int skip(int length) {
    if (length < 0 || length > end - at) {
      throw new IllegalArgumentException("length " + length);
    }
    int start = at;
    at += length;
    return start;
  }

  private static Severity severity(int number) {
    for (Severity severity : Severity.values()) {
      if (severity.number() == number) {
        return severity;
      }
    }
    throw new IllegalArgumentException("severity " + number);
  }
}
