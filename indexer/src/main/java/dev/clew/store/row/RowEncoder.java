// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import dev.clew.query.EventText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes events apart into shape and row, from which {@link RowDecoder} makes equal events. What was
 * made stays valid until the next event. Not thread-safe.
 *
 * <pre>
 * row = vlong(line) vint(lines) text{slots the row fills} text{fields of its own}
 *       [ vint(n) { text(name) text(value) }  of an open shape ]
 *       [ exceptions ] [ bytes  of an opaque one ]
 * exceptions = vint(n) { text(type) text(message) vint(frames) { text text text? line } }
 * line       = vint(line), or vint(~line) vint(column)
 * </pre>
 */
public final class RowEncoder {
  /** Longer texts share nothing with others. */
  private static final int MAX_SHAPED_CHARS = 8 * 1024;

  private static final int MAX_ATTRIBUTES = 256;

  /** Longer shapes would hold values that are no names; a column could not hold them either. */
  private static final int MAX_SHAPE_BYTES = 16 * 1024;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  private final BiPredicate<String, String> varied;
  private final TextCut cut = new TextCut();
  private final TimeFinder times = new TimeFinder();
  private final ValuePlaces places = new ValuePlaces();
  private final ShapeWriter shapes = new ShapeWriter(cut, places);
  private final RowOutput row = new RowOutput();
  private KnownShapes.Draft shape;
  private String text = "";

  /** The characters of {@link #text} when all are ASCII. */
  private byte @Nullable [] bytes;

  private int timeStart;
  private boolean open;
  private String body = "";

  /**
   * An encoder.
   *
   * @param varied whether the value of a field (its name, the value) is one of so many that events
   *     of one statement should not be told apart by it
   */
  public RowEncoder(BiPredicate<String, String> varied) {
    this.varied = varied;
    this.shape = new KnownShapes.Draft(0, new int[0], new String[0], new byte[0], 0);
  }

  /** Takes {@code event} apart. */
  public void encode(LogEvent event) {
    encode(event, false);
  }

  /** Takes {@code event} apart into a shape that says nothing of its text. */
  public void encodeOpen(LogEvent event) {
    encode(event, true);
  }

  /** The bytes of the shape, the same array for equal shapes mostly; not to be changed. */
  public byte[] shape() {
    return shape.bytes();
  }

  /** A hash of the bytes of the shape. */
  public long shapeHash() {
    return shape.fingerprint();
  }

  /** The bytes of the row; {@link #rowLength} of them. */
  public byte[] row() {
    return row.bytes();
  }

  public int rowLength() {
    return row.length();
  }

  /** The text that was cut. */
  public String text() {
    return text;
  }

  /** The text as bytes when all of it is ASCII, else null; not to be changed. */
  public byte @Nullable [] ascii() {
    return bytes;
  }

  /** How many slots the row fills. */
  public int slots() {
    return cut.count();
  }

  /** Where a slot starts in the text; -1 when the time fills it. */
  public int slotStart(int slot) {
    return cut.start(slot) == timeStart ? -1 : cut.start(slot);
  }

  public int slotEnd(int slot) {
    return cut.end(slot);
  }

  /** Where the message starts in the text; -1 when it does not stand there as a whole. */
  public int bodyStart() {
    return places.start(ShapeField.BODY);
  }

  /** Just after the message in the text; -1 when it does not stand there as a whole. */
  public int bodyEnd() {
    return bodyStart() < 0 ? -1 : bodyStart() + body.length();
  }

  /** The message, when the shape cannot tell where in the text it stands; else empty. */
  public String looseBody() {
    return shapes.isOwn(ShapeField.BODY.place()) ? body : "";
  }

  /** Further pieces of the event's text, as {@link EventText} defines them. */
  public List<String> extras() {
    return places.extras();
  }

  /** True when the shape gives all its events the same value of the field. */
  public boolean decides(ShapeField field) {
    return !open && shapes.isDecided(field.place());
  }

  /** The same for an attribute, counted in their order. */
  public boolean decidesAttribute(int index) {
    return !open && shapes.isDecided(ShapeField.ALL.length + index);
  }

  public boolean isOpen() {
    return open;
  }

  private void encode(LogEvent event, boolean asOpen) {
    byte[] raw = event.raw().toByteArray();
    Charset charset = event.raw().charset();
    boolean ascii = charset.equals(StandardCharsets.UTF_8) && isAscii(raw);
    body = event.body();
    text = ascii ? new String(raw, StandardCharsets.ISO_8859_1) : new String(raw, charset);
    bytes = ascii ? raw : null;
    boolean opaque = !ascii && !Arrays.equals(text.getBytes(charset), raw);
    int end = text.length();
    end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
    end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
    open = asOpen || text.length() > MAX_SHAPED_CHARS || event.attributes().size() > MAX_ATTRIBUTES;
    time(null);
    cut.restart(text, bytes);
    places.find(event, text, end);
    if (!open) {
      cutText(event);
    }
    if (open) {
      cutNothing();
    }
    shape = shapes.of(event, text, flags(event, opaque), charset);
    if (!open && shape.bytes().length > MAX_SHAPE_BYTES) {
      encode(event, true);
      return;
    }
    writeRow(event, opaque ? raw : null);
  }

  private void cutText(LogEvent event) {
    if (event.time().quality().source() == TimeQuality.Source.READ) {
      TimeLayout layout = times.find(text, event.time().epochNanos());
      if (layout != null) {
        time(layout);
        cut.mark(timeStart, times.end());
      }
    }
    for (ShapeField field : ShapeField.ALL) {
      if (!field.isShared() && field != ShapeField.BODY) {
        markVaried(field.field(), field.of(event), places.start(field));
      }
    }
    int index = 0;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      markVaried(each.getKey(), each.getValue(), places.startOfAttribute(index++));
    }
    open = !cut.cut();
    if (timeStart >= 0 && cut.slotAt(timeStart) < 0) {
      throw new IllegalStateException("the slot of the time is lost");
    }
  }

  private void markVaried(String name, @Nullable String value, int at) {
    if (value != null && at >= 0 && varied.test(name, value)) {
      // a slot must not cut words; a value that starts or ends beside one was found whole
      cut.mark(at, at + value.length());
    }
  }

  private void cutNothing() {
    time(null);
    cut.restart(text, bytes);
    cut.mark(0, text.length());
    cut.cut();
  }

  /** Notes how the time is written that was found last; null for not at all. */
  private void time(@Nullable TimeLayout layout) {
    timeStart = layout == null ? -1 : times.start();
    shapes.time(timeStart, layout);
  }

  private int flags(LogEvent event, boolean opaque) {
    return (open ? Shape.OPEN : 0)
        | (opaque ? Shape.OPAQUE : 0)
        | (event.exception() != null ? Shape.EXCEPTION : 0)
        | (places.extras().isEmpty() ? 0 : Shape.EXTRAS);
  }

  private void writeRow(LogEvent event, byte @Nullable [] raw) {
    row.clear();
    row.writeLong(event.origin().line());
    row.writeInt(event.origin().lines());
    for (int i = 0; i < cut.count(); i++) {
      if (cut.start(i) != timeStart) {
        if (bytes != null) {
          row.writeAscii(text, cut.start(i), cut.end(i));
        } else {
          row.writeText(text, cut.start(i), cut.end(i));
        }
      }
    }
    for (ShapeField field : ShapeField.ALL) {
      if (shapes.isOwn(field.place())) {
        row.writeText(java.util.Objects.requireNonNull(field.of(event)));
      }
    }
    if (open) {
      row.writeInt(event.attributes().size());
    }
    int place = ShapeField.ALL.length;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      if (open) {
        row.writeText(each.getKey());
      }
      if (open || shapes.isOwn(place++)) {
        row.writeText(each.getValue());
      }
    }
    writeException(event.exception());
    if (raw != null) {
      row.writeBytes(raw);
    }
  }

  private void writeException(@Nullable StackTrace exception) {
    if (exception == null) {
      return;
    }
    row.writeInt(exception.chain().size());
    for (StackTrace trace : exception.chain()) {
      row.writeText(trace.type());
      row.writeText(trace.message());
      row.writeInt(trace.frames().size());
      for (StackFrame frame : trace.frames()) {
        row.writeText(frame.module());
        row.writeText(frame.function());
        row.writeNullable(frame.file());
        // a line that is turned round has a column behind it
        row.writeInt(frame.column() > 0 ? ~frame.line() : frame.line());
        if (frame.column() > 0) {
          row.writeInt(frame.column());
        }
      }
    }
  }

  private static boolean isAscii(byte[] bytes) {
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      if (((long) WORDS.get(bytes, at) & HIGH_BITS) != 0) {
        return false;
      }
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at == bytes.length;
  }
}
