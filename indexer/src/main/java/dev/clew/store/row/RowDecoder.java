// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.Pattern;
import dev.clew.event.RawLine;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a shape and a row the event they were taken from. One event; one thread. */
public final class RowDecoder {
  private final Shape shape;
  private final RowInput in;
  private final int[] segmentStarts;
  private final long line;
  private final int lines;
  private final String text;

  /**
   * A decoder of the row in {@code length} bytes from {@code start}.
   *
   * @param epochNanos time of the event
   * @throws IllegalArgumentException when the bytes are no row of {@code shape}
   */
  public RowDecoder(Shape shape, byte[] bytes, int start, int length, long epochNanos) {
    this.shape = shape;
    this.in = new RowInput(bytes, start, length);
    this.segmentStarts = new int[2 * shape.texts().length];
    try {
      line = in.readLong();
      lines = in.readInt();
      text = text(epochNanos);
    } catch (IndexOutOfBoundsException e) {
      throw damaged(e);
    }
  }

  /**
   * The event.
   *
   * @param source identity of its source
   * @param file what people call the source
   * @param offset bytes before it in the source
   */
  public LogEvent event(String source, String file, long offset, long epochNanos) {
    try {
      @Nullable String[] values = new String[ShapeField.ALL.length];
      for (ShapeField field : ShapeField.ALL) {
        values[field.place()] = value(shape.code(field));
      }
      Map<String, String> attributes = attributes();
      StackTrace exception = shape.hasException() ? exception() : null;
      RawLine raw = shape.isOpaque() ? opaque(in.readBytes()) : RawLine.of(text, shape.charset());
      return new LogEvent(
          new Origin(source, file, offset, line, lines),
          new EventTime(epochNanos, shape.quality()),
          shape.severity(),
          values[ShapeField.SEVERITY_TEXT.place()],
          values[ShapeField.SERVICE.place()],
          values[ShapeField.VERSION.place()],
          values[ShapeField.HOST.place()],
          values[ShapeField.LOGGER.place()],
          values[ShapeField.THREAD.place()],
          values[ShapeField.TRACE.place()],
          values[ShapeField.SPAN.place()],
          required(values[ShapeField.BODY.place()]),
          attributes,
          exception,
          pattern(values),
          raw);
    } catch (IndexOutOfBoundsException e) {
      throw damaged(e);
    }
  }

  private String text(long epochNanos) {
    String[] literals = shape.texts();
    StringBuilder built = new StringBuilder(256);
    for (int i = 0; i < literals.length; i++) {
      segmentStarts[2 * i] = built.length();
      built.append(literals[i]);
      segmentStarts[2 * i + 1] = built.length();
      if (i < literals.length - 1) {
        built.append(i == shape.timeSlot() ? shape.timeText(epochNanos) : in.readText());
      }
    }
    return built.toString();
  }

  private @Nullable String value(FieldCode code) {
    return switch (code) {
      case FieldCode.Absent absent -> null;
      case FieldCode.Constant constant -> constant.value();
      case FieldCode.Part part ->
          text.substring(
              segmentStarts[part.startSegment()] + part.start(),
              segmentStarts[part.endSegment()] + part.end());
      case FieldCode.Own own -> in.readText();
    };
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (shape.isOpen()) {
      int count = in.readCount();
      for (int i = 0; i < count; i++) {
        attributes.put(in.readText(), in.readText());
      }
      return attributes;
    }
    for (Map.Entry<String, FieldCode> each : shape.attributeCodes().entrySet()) {
      attributes.put(each.getKey(), required(value(each.getValue())));
    }
    return attributes;
  }

  private @Nullable StackTrace exception() {
    int count = in.readCount();
    List<StackTrace> chain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chain.add(new StackTrace(in.readText(), in.readText(), frames(), null));
    }
    StackTrace exception = null;
    for (int i = count - 1; i >= 0; i--) {
      StackTrace trace = chain.get(i);
      exception = new StackTrace(trace.type(), trace.message(), trace.frames(), exception);
    }
    return exception;
  }

  private List<StackFrame> frames() {
    int count = in.readCount();
    List<StackFrame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String module = in.readText();
      String function = in.readText();
      String file = in.readNullable();
      int line = in.readInt();
      int column = line < 0 ? in.readInt() : 0;
      frames.add(new StackFrame(module, function, file, line < 0 ? ~line : line, column));
    }
    return frames;
  }

  private RawLine opaque(byte[] bytes) {
    return RawLine.of(bytes, 0, bytes.length, shape.charset());
  }

  private static @Nullable Pattern pattern(@Nullable String[] values) {
    String id = values[ShapeField.PATTERN.place()];
    return id == null
        ? null
        : new Pattern(id, required(values[ShapeField.PATTERN_TEMPLATE.place()]));
  }

  private static String required(@Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("a row lacks a text");
    }
    return value;
  }

  private static IllegalArgumentException damaged(IndexOutOfBoundsException cause) {
    return new IllegalArgumentException("a row does not fit its shape", cause);
  }
}
