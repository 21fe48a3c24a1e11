// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import dev.clew.query.EventText;
import dev.clew.query.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * exceptions = vint(n) { text(type) text(message) vint(frames) { text text text? vint(line) } }
 * </pre>
 */
public final class RowEncoder {
  /** Longer texts share nothing with others. */
  private static final int MAX_SHAPED_CHARS = 8 * 1024;

  private static final int MAX_ATTRIBUTES = 256;

  private final BiPredicate<String, String> varied;
  private final TextCut cut = new TextCut();
  private final TimeFinder times = new TimeFinder();
  private final RowOutput shape = new RowOutput();
  private final RowOutput row = new RowOutput();
  private final FieldCode[] codes = new FieldCode[ShapeField.ALL.length];
  private final List<FieldCode> attributeCodes = new ArrayList<>();
  private int[] found = new int[32];
  private String text = "";
  private int timeStart;
  private List<String> extras = List.of();
  private @Nullable TimeLayout layout;
  private boolean open;

  /**
   * An encoder.
   *
   * @param varied whether the value of a field (its name, the value) is one of so many that events
   *     of one statement should not be told apart by it
   */
  public RowEncoder(BiPredicate<String, String> varied) {
    this.varied = varied;
  }

  /** Takes {@code event} apart. */
  public void encode(LogEvent event) {
    encode(event, false);
  }

  /** Takes {@code event} apart into a shape that says nothing of its text. */
  public void encodeOpen(LogEvent event) {
    encode(event, true);
  }

  /** The bytes of the shape; {@link #shapeLength} of them. */
  public byte[] shape() {
    return shape.bytes();
  }

  public int shapeLength() {
    return shape.length();
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

  /** Further pieces of the event's text, as {@link EventText} defines them. */
  public List<String> extras() {
    return extras;
  }

  /** True when the shape gives all its events the same value of the field. */
  public boolean decides(ShapeField field) {
    return !open && decides(codes[field.ordinal()]);
  }

  /** The same for an attribute, counted in their order. */
  public boolean decidesAttribute(int index) {
    return !open && decides(attributeCodes.get(index));
  }

  public boolean isOpen() {
    return open;
  }

  private static boolean decides(FieldCode code) {
    return !(code instanceof FieldCode.Own)
        && (!(code instanceof FieldCode.Part part) || part.isLiteral());
  }

  private void encode(LogEvent event, boolean asOpen) {
    byte[] raw = event.raw().toByteArray();
    Charset charset = event.raw().charset();
    text =
        isAscii(raw) && charset.equals(StandardCharsets.UTF_8)
            ? new String(raw, StandardCharsets.ISO_8859_1)
            : new String(raw, charset);
    boolean opaque = !spells(text, raw, charset);
    int end = text.length();
    end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
    end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
    open = asOpen || text.length() > MAX_SHAPED_CHARS || event.attributes().size() > MAX_ATTRIBUTES;
    layout = null;
    timeStart = -1;
    cut.restart(text);
    find(event, end);
    if (!open) {
      cutText(event, end);
    }
    if (open) {
      cutNothing();
    }
    writeShape(event, opaque, charset);
    writeRow(event, opaque ? raw : null);
  }

  /** Looks where the values stand in the text: {@link #found} holds each one's start, or -1. */
  private void find(LogEvent event, int end) {
    String line = end == text.length() ? text : text.substring(0, end);
    int count = ShapeField.ALL.length + event.attributes().size();
    found = count > found.length ? new int[2 * count] : found;
    boolean extra = event.exception() != null;
    for (ShapeField field : ShapeField.ALL) {
      String value = field.isShared() ? null : field.of(event);
      int at = value == null || value.isEmpty() ? -1 : whole(line, value, field);
      found[field.ordinal()] = at;
      extra |= field == ShapeField.BODY && at < 0 && value != null && !value.isEmpty();
    }
    int index = ShapeField.ALL.length;
    for (String value : event.attributes().values()) {
      found[index] = value.isEmpty() ? -1 : whole(line, value, ShapeField.HOST);
      extra |= found[index++] < 0 && !value.isEmpty();
    }
    List<String> pieces = extra ? EventText.of(event) : List.of();
    extras = pieces.size() < 2 ? List.of() : pieces.subList(1, pieces.size());
  }

  /** Where {@code value} stands in {@code line} and cuts no word in two; -1 for nowhere. */
  private static int whole(String line, String value, ShapeField field) {
    boolean opens = Words.isPart(value.codePointAt(0));
    boolean closes = Words.isPart(value.codePointBefore(value.length()));
    int at = field == ShapeField.BODY ? line.lastIndexOf(value) : line.indexOf(value);
    if (at >= 0 && !isWhole(line, at, value.length(), opens, closes)) {
      at = line.indexOf(value);
      while (at >= 0 && !isWhole(line, at, value.length(), opens, closes)) {
        at = line.indexOf(value, at + 1);
      }
    }
    return at;
  }

  private static boolean isWhole(String line, int at, int length, boolean opens, boolean closes) {
    int end = at + length;
    return (!opens || at == 0 || !Words.isPart(line.codePointBefore(at)))
        && (!closes || end == line.length() || !Words.isPart(line.codePointAt(end)));
  }

  private void cutText(LogEvent event, int end) {
    if (event.time().quality().source() == TimeQuality.Source.READ) {
      layout = times.find(text, event.time().epochNanos());
      if (layout != null) {
        timeStart = times.start();
        cut.mark(timeStart, times.end());
      }
    }
    for (ShapeField field : ShapeField.ALL) {
      if (!field.isShared() && field != ShapeField.BODY) {
        markVaried(field.field(), field.of(event), found[field.ordinal()]);
      }
    }
    int index = ShapeField.ALL.length;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      markVaried(each.getKey(), each.getValue(), found[index++]);
    }
    open = !cut.cut();
    if (layout != null && cut.slotAt(timeStart) < 0) {
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
    layout = null;
    timeStart = -1;
    cut.restart(text);
    cut.mark(0, text.length());
    cut.cut();
  }

  private void writeShape(LogEvent event, boolean opaque, Charset charset) {
    shape.clear();
    shape.writeInt(
        (open ? Shape.OPEN : 0)
            | (opaque ? Shape.OPAQUE : 0)
            | (event.exception() != null ? Shape.EXCEPTION : 0)
            | (extras.isEmpty() ? 0 : Shape.EXTRAS));
    shape.writeByte(event.severity().number());
    TimeQuality quality = event.time().quality();
    shape.writeByte(Shape.SOURCES.indexOf(quality.source()));
    shape.writeByte(Shape.ZONES.indexOf(quality.zone()));
    shape.writeInt(Shape.bits(quality.doubts()));
    shape.writeNullable(charset.equals(StandardCharsets.UTF_8) ? null : charset.name());
    shape.writeInt(cut.count());
    int from = 0;
    for (int i = 0; i < cut.count(); i++) {
      shape.writeText(text, from, cut.start(i));
      shape.writeByte(cut.start(i) == timeStart ? Shape.SLOT_TIME : Shape.SLOT_ROW);
      from = cut.end(i);
    }
    shape.writeText(text, from, text.length());
    TimeLayout written = layout;
    if (written != null) {
      shape.writeText(written.pattern());
      int offset = written.offsetSeconds();
      shape.writeInt((offset << 1) ^ (offset >> 31));
    }
    writeCodes(event);
  }

  private void writeCodes(LogEvent event) {
    for (ShapeField field : ShapeField.ALL) {
      String value = field.of(event);
      FieldCode code =
          field.isShared() && !open && value != null
              ? new FieldCode.Constant(value)
              : code(value, found[field.ordinal()]);
      codes[field.ordinal()] = code;
      FieldCode.write(code, shape);
    }
    attributeCodes.clear();
    shape.writeInt(open ? 0 : event.attributes().size());
    int index = ShapeField.ALL.length;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      FieldCode code = code(each.getValue(), found[index++]);
      attributeCodes.add(code);
      if (!open) {
        shape.writeText(each.getKey());
        FieldCode.write(code, shape);
      }
    }
  }

  private FieldCode code(@Nullable String value, int at) {
    if (value == null) {
      return FieldCode.Absent.INSTANCE;
    }
    if (open) {
      return FieldCode.Own.INSTANCE;
    }
    if (value.isEmpty()) {
      return new FieldCode.Constant("");
    }
    if (at < 0) {
      return FieldCode.Own.INSTANCE;
    }
    int end = at + value.length();
    int before = cut.slotsBefore(at);
    boolean startsSlot = before < cut.count() && cut.start(before) == at;
    boolean startCut = before > 0 && cut.end(before - 1) > at;
    int beforeEnd = cut.slotsBefore(end);
    boolean endCut = beforeEnd > 0 && cut.end(beforeEnd - 1) > end;
    if (startCut || endCut) {
      return FieldCode.Own.INSTANCE;
    }
    int startSegment = startsSlot ? 2 * before + 1 : 2 * before;
    return new FieldCode.Part(
        startSegment,
        startsSlot ? 0 : at - literalStart(before),
        2 * beforeEnd,
        end - literalStart(beforeEnd));
  }

  private int literalStart(int literal) {
    return literal == 0 ? 0 : cut.end(literal - 1);
  }

  private void writeRow(LogEvent event, byte @Nullable [] raw) {
    row.clear();
    row.writeLong(event.origin().line());
    row.writeInt(event.origin().lines());
    for (int i = 0; i < cut.count(); i++) {
      if (cut.start(i) != timeStart) {
        row.writeText(text, cut.start(i), cut.end(i));
      }
    }
    for (ShapeField field : ShapeField.ALL) {
      if (codes[field.ordinal()] instanceof FieldCode.Own) {
        row.writeText(java.util.Objects.requireNonNull(field.of(event)));
      }
    }
    if (open) {
      row.writeInt(event.attributes().size());
    }
    int index = 0;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      if (open) {
        row.writeText(each.getKey());
      }
      if (attributeCodes.get(index++) instanceof FieldCode.Own) {
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
        row.writeInt(frame.line());
      }
    }
  }

  private static boolean spells(String text, byte[] raw, Charset charset) {
    if (text.length() == raw.length && isAscii(raw) && charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    return Arrays.equals(text.getBytes(charset), raw);
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
