// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as bytes from which {@link EventDecoder} makes equal events. Not thread-safe.
 *
 * <pre>
 * event  = VERSION raw text(source) text(file) vlong(offset) vlong(line) vint(lines)
 *          zlong(nanos) byte(time source) byte(zone) vint(doubts) byte(severity)
 *          text{severityText service version host logger thread trace span} body
 *          vint(n) { text(name) text(value) }  exceptions  pattern  [ text(charset) unless UTF-8 ]
 * raw    = vint(length) bytes
 * text   = 0 for null | vint(1 + 2 * length [+ 1 when UTF-16]) bytes
 * body   = 0 vint(start) vint(length), a slice of an ASCII raw text | 1 text
 * exceptions = vint(n) { text(type) text(message) vint(frames) { text text text vint(line) } }
 * pattern    = text(id) [ text(template) ]
 * </pre>
 */
final class EventEncoder {
  static final byte VERSION = 1;

  /** In the order of their codes: append only. */
  static final List<TimeQuality.Source> SOURCES =
      List.of(TimeQuality.Source.READ, TimeQuality.Source.INHERITED, TimeQuality.Source.OBSERVED);

  static final List<TimeQuality.Zone> ZONES =
      List.of(TimeQuality.Zone.EXPLICIT, TimeQuality.Zone.RULE, TimeQuality.Zone.ASSUMED);

  /** In the order of their bits: append only. */
  static final List<TimeQuality.Doubt> DOUBTS =
      List.of(
          TimeQuality.Doubt.YEAR,
          TimeQuality.Doubt.DATE,
          TimeQuality.Doubt.GAP,
          TimeQuality.Doubt.FOLD,
          TimeQuality.Doubt.ZONE_WORD,
          TimeQuality.Doubt.UNIT,
          TimeQuality.Doubt.DAY_ORDER,
          TimeQuality.Doubt.MOVED,
          TimeQuality.Doubt.DISTANT,
          TimeQuality.Doubt.CLAMPED);

  private byte[] bytes = new byte[1024];
  private int length;

  /** The bytes of {@code event}, valid until the next call. */
  BytesRef encode(LogEvent event) {
    length = 0;
    writeByte(VERSION);
    byte[] raw = event.raw().toByteArray();
    writeInt(raw.length);
    writeBytes(raw);
    writeText(event.origin().source());
    writeText(event.origin().file());
    writeLong(event.origin().offset());
    writeLong(event.origin().line());
    writeInt(event.origin().lines());
    long nanos = event.time().epochNanos();
    writeLong((nanos << 1) ^ (nanos >> 63));
    writeByte(SOURCES.indexOf(event.time().quality().source()));
    writeByte(ZONES.indexOf(event.time().quality().zone()));
    writeInt(doubts(event.time().quality()));
    writeByte(event.severity().number());
    writeNames(event);
    writeBody(event, raw);
    writeInt(event.attributes().size());
    for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
      writeText(attribute.getKey());
      writeText(attribute.getValue());
    }
    writeException(event.exception());
    writeText(event.pattern() == null ? null : event.pattern().id());
    if (event.pattern() != null) {
      writeText(event.pattern().template());
    }
    if (!event.raw().charset().equals(StandardCharsets.UTF_8)) {
      writeText(event.raw().charset().name());
    }
    return new BytesRef(bytes, 0, length);
  }

  private static int doubts(TimeQuality quality) {
    int bits = 0;
    for (TimeQuality.Doubt doubt : quality.doubts()) {
      bits |= 1 << DOUBTS.indexOf(doubt);
    }
    return bits;
  }

  private void writeNames(LogEvent event) {
    writeText(event.severityText());
    writeText(event.service());
    writeText(event.version());
    writeText(event.host());
    writeText(event.logger());
    writeText(event.thread());
    writeText(event.traceId());
    writeText(event.spanId());
  }

  private void writeBody(LogEvent event, byte[] raw) {
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    String body = event.body();
    int start = isAscii(body) ? text.lastIndexOf(body) : -1;
    if (start >= 0) {
      writeByte(0);
      writeInt(start);
      writeInt(body.length());
    } else {
      writeByte(1);
      writeText(body);
    }
  }

  private void writeException(@Nullable StackTrace exception) {
    if (exception == null) {
      writeInt(0);
      return;
    }
    writeInt(exception.chain().size());
    for (StackTrace trace : exception.chain()) {
      writeText(trace.type());
      writeText(trace.message());
      writeInt(trace.frames().size());
      for (StackFrame frame : trace.frames()) {
        writeText(frame.module());
        writeText(frame.function());
        writeText(frame.file());
        writeInt(frame.line());
      }
    }
  }

  private void writeText(@Nullable String text) {
    if (text == null) {
      writeInt(0);
      return;
    }
    boolean wide = Utf16.hasLoneSurrogate(text);
    byte[] encoded = wide ? Utf16.bytes(text) : text.getBytes(StandardCharsets.UTF_8);
    writeLong(1 + 2L * encoded.length + (wide ? 1 : 0));
    writeBytes(encoded);
  }

  private void writeInt(int value) {
    writeLong(Integer.toUnsignedLong(value));
  }

  private void writeLong(long value) {
    bytes = ArrayUtil.grow(bytes, length + 10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void writeByte(int value) {
    bytes = ArrayUtil.grow(bytes, length + 1);
    bytes[length++] = (byte) value;
  }

  private void writeBytes(byte[] source) {
    bytes = ArrayUtil.grow(bytes, length + source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
