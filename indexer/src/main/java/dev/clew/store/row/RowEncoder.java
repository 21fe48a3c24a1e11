// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import dev.clew.query.EventText;
import dev.clew.query.Words;
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
 * exceptions = vint(n) { text(type) text(message) vint(frames) { text text text? vint(line) } }
 * </pre>
 */
public final class RowEncoder {
  /** Longer texts share nothing with others. */
  private static final int MAX_SHAPED_CHARS = 8 * 1024;

  private static final int MAX_ATTRIBUTES = 256;

  /** Longer shapes would hold values that are no names; a column could not hold them either. */
  private static final int MAX_SHAPE_BYTES = 16 * 1024;

  /** Numbers of {@link #head} before the places of fields, and of each place. */
  private static final int HEAD = 7;

  private static final int PLACE = 5;
  private static final int ABSENT = 0;
  private static final int CONSTANT = 1;
  private static final int PART = 2;
  private static final int OWN = 3;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  private final BiPredicate<String, String> varied;
  private final TextCut cut = new TextCut();
  private final TimeFinder times = new TimeFinder();
  private final RowOutput written = new RowOutput();
  private final RowOutput row = new RowOutput();
  private final KnownShapes known = new KnownShapes();

  /** What the shape is made of besides literals: see {@link #PLACE}. */
  private int[] head = new int[256];

  private int headLength;
  private String[] constants = new String[64];
  private int constantCount;
  private KnownShapes.Draft shape;
  private int[] found = new int[32];
  private String text = "";

  /** The characters of {@link #text} when all are ASCII. */
  private byte @Nullable [] bytes;

  private int timeStart;
  private List<String> extras = List.of();
  private @Nullable TimeLayout layout;
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
    return found[ShapeField.BODY.place()];
  }

  /** Just after the message in the text; -1 when it does not stand there as a whole. */
  public int bodyEnd() {
    return bodyStart() < 0 ? -1 : bodyStart() + body.length();
  }

  /** The message, when the shape cannot tell where in the text it stands; else empty. */
  public String looseBody() {
    return head[HEAD + PLACE * ShapeField.BODY.place()] == OWN ? body : "";
  }

  /** Further pieces of the event's text, as {@link EventText} defines them. */
  public List<String> extras() {
    return extras;
  }

  /** True when the shape gives all its events the same value of the field. */
  public boolean decides(ShapeField field) {
    return !open && isDecided(field.place());
  }

  /** The same for an attribute, counted in their order. */
  public boolean decidesAttribute(int index) {
    return !open && isDecided(ShapeField.ALL.length + index);
  }

  public boolean isOpen() {
    return open;
  }

  private boolean isDecided(int place) {
    int at = HEAD + PLACE * place;
    return switch (head[at]) {
      case OWN -> false;
      case PART -> head[at + 1] == head[at + 3] && head[at + 1] % 2 == 0;
      default -> true;
    };
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
    layout = null;
    timeStart = -1;
    cut.restart(text, bytes);
    find(event, end);
    if (!open) {
      cutText(event);
    }
    if (open) {
      cutNothing();
    }
    writeShape(event, opaque, charset);
    if (!open && shape.bytes().length > MAX_SHAPE_BYTES) {
      encode(event, true);
      return;
    }
    writeRow(event, opaque ? raw : null);
  }

  /** Looks where the values stand in the text: {@link #found} holds each one's start, or -1. */
  private void find(LogEvent event, int end) {
    int count = ShapeField.ALL.length + event.attributes().size();
    found = count > found.length ? new int[2 * count] : found;
    boolean extra = event.exception() != null;
    for (ShapeField field : ShapeField.ALL) {
      String value = field.isShared() ? null : field.of(event);
      int at = value == null || value.isEmpty() ? -1 : whole(value, field, end);
      found[field.place()] = at;
      extra |= field == ShapeField.BODY && at < 0 && value != null && !value.isEmpty();
    }
    int index = ShapeField.ALL.length;
    for (String value : event.attributes().values()) {
      found[index] = value.isEmpty() ? -1 : whole(value, ShapeField.HOST, end);
      extra |= found[index++] < 0 && !value.isEmpty();
    }
    List<String> pieces = extra ? EventText.of(event) : List.of();
    extras = pieces.size() < 2 ? List.of() : pieces.subList(1, pieces.size());
  }

  /** Where {@code value} stands before {@code limit} and cuts no word in two; -1 for nowhere. */
  private int whole(String value, ShapeField field, int limit) {
    boolean opens = Words.isPart(value.codePointAt(0));
    boolean closes = Words.isPart(value.codePointBefore(value.length()));
    int at =
        field == ShapeField.BODY
            ? text.lastIndexOf(value, limit - value.length())
            : text.indexOf(value, 0, limit);
    if (at >= 0 && !isWhole(at, at + value.length(), limit, opens, closes)) {
      at = text.indexOf(value, 0, limit);
      while (at >= 0 && !isWhole(at, at + value.length(), limit, opens, closes)) {
        at = text.indexOf(value, at + 1, limit);
      }
    }
    return at;
  }

  private boolean isWhole(int start, int end, int limit, boolean opens, boolean closes) {
    return (!opens || start == 0 || !Words.isPart(text.codePointBefore(start)))
        && (!closes || end == limit || !Words.isPart(text.codePointAt(end)));
  }

  private void cutText(LogEvent event) {
    if (event.time().quality().source() == TimeQuality.Source.READ) {
      layout = times.find(text, event.time().epochNanos());
      if (layout != null) {
        timeStart = times.start();
        cut.mark(timeStart, times.end());
      }
    }
    for (ShapeField field : ShapeField.ALL) {
      if (!field.isShared() && field != ShapeField.BODY) {
        markVaried(field.field(), field.of(event), found[field.place()]);
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
    cut.restart(text, bytes);
    cut.mark(0, text.length());
    cut.cut();
  }

  private void writeShape(LogEvent event, boolean opaque, Charset charset) {
    draft(event, opaque, charset);
    int hash = KnownShapes.hash(head, headLength, text, cut, constants, constantCount);
    KnownShapes.Draft found =
        open ? null : known.find(hash, head, headLength, text, cut, constants, constantCount);
    if (found == null) {
      spell(event, charset);
      byte[] bytes = written.toByteArray();
      found =
          new KnownShapes.Draft(
              hash, Arrays.copyOf(head, headLength), texts(), bytes, fingerprint(bytes));
      if (!open) {
        known.add(found);
      }
    }
    shape = found;
  }

  /** Notes what the shape is made of. */
  private void draft(LogEvent event, boolean opaque, Charset charset) {
    constantCount = 0;
    int places = ShapeField.ALL.length + (open ? 0 : event.attributes().size());
    headLength = HEAD + PLACE * places;
    head = headLength > head.length ? new int[2 * headLength] : head;
    head[0] =
        (open ? Shape.OPEN : 0)
            | (opaque ? Shape.OPAQUE : 0)
            | (event.exception() != null ? Shape.EXCEPTION : 0)
            | (extras.isEmpty() ? 0 : Shape.EXTRAS);
    head[1] = event.severity().number();
    TimeQuality quality = event.time().quality();
    head[2] = Shape.SOURCES.indexOf(quality.source());
    head[3] = Shape.ZONES.indexOf(quality.zone());
    head[4] = quality.doubts().isEmpty() ? 0 : Shape.bits(quality.doubts());
    TimeLayout spelled = layout;
    head[5] = spelled == null ? -1 : cut.slotAt(timeStart);
    head[6] = spelled == null ? 0 : spelled.offsetSeconds();
    note(charset.equals(StandardCharsets.UTF_8) ? "" : charset.name());
    note(spelled == null ? "" : spelled.pattern());
    int at = HEAD;
    for (ShapeField field : ShapeField.ALL) {
      String value = field.of(event);
      if (field.isShared() && !open && value != null) {
        place(at, CONSTANT, 0, 0, 0, 0);
        note(value);
      } else {
        place(at, value, found[field.place()]);
      }
      at += PLACE;
    }
    if (!open) {
      int index = ShapeField.ALL.length;
      for (Map.Entry<String, String> each : event.attributes().entrySet()) {
        note(each.getKey());
        place(at, each.getValue(), found[index++]);
        at += PLACE;
      }
    }
  }

  private void note(String constant) {
    if (constantCount == constants.length) {
      constants = Arrays.copyOf(constants, 2 * constantCount);
    }
    constants[constantCount++] = constant;
  }

  private void place(int at, int kind, int startSegment, int start, int endSegment, int end) {
    head[at] = kind;
    head[at + 1] = startSegment;
    head[at + 2] = start;
    head[at + 3] = endSegment;
    head[at + 4] = end;
  }

  /** Notes where the value is that stands at {@code start} in the text, or nowhere. */
  private void place(int at, @Nullable String value, int start) {
    if (value == null) {
      place(at, ABSENT, 0, 0, 0, 0);
    } else if (open || (start < 0 && !value.isEmpty())) {
      place(at, OWN, 0, 0, 0, 0);
    } else if (value.isEmpty()) {
      place(at, CONSTANT, 0, 0, 0, 0);
      note("");
    } else {
      placePart(at, start, start + value.length());
    }
  }

  private void placePart(int at, int start, int end) {
    int before = cut.slotsBefore(start);
    boolean startsSlot = before < cut.count() && cut.start(before) == start;
    boolean startCut = before > 0 && cut.end(before - 1) > start;
    int beforeEnd = cut.slotsBefore(end);
    boolean endCut = beforeEnd > 0 && cut.end(beforeEnd - 1) > end;
    if (startCut || endCut) {
      place(at, OWN, 0, 0, 0, 0);
      return;
    }
    place(
        at,
        PART,
        startsSlot ? 2 * before + 1 : 2 * before,
        startsSlot ? 0 : start - literalStart(before),
        2 * beforeEnd,
        end - literalStart(beforeEnd));
  }

  /** Writes the shape that was drafted. */
  private void spell(LogEvent event, Charset charset) {
    written.clear();
    written.writeInt(head[0]);
    written.writeByte(head[1]);
    written.writeByte(head[2]);
    written.writeByte(head[3]);
    written.writeInt(head[4]);
    written.writeNullable(charset.equals(StandardCharsets.UTF_8) ? null : charset.name());
    written.writeInt(cut.count());
    int from = 0;
    for (int i = 0; i < cut.count(); i++) {
      written.writeText(text, from, cut.start(i));
      written.writeByte(cut.start(i) == timeStart ? Shape.SLOT_TIME : Shape.SLOT_ROW);
      from = cut.end(i);
    }
    written.writeText(text, from, text.length());
    TimeLayout spelled = layout;
    if (spelled != null) {
      written.writeText(spelled.pattern());
      written.writeInt((head[6] << 1) ^ (head[6] >> 31));
    }
    int at = HEAD;
    for (ShapeField field : ShapeField.ALL) {
      FieldCode.write(code(at, field.of(event)), written);
      at += PLACE;
    }
    written.writeInt(open ? 0 : event.attributes().size());
    if (!open) {
      for (Map.Entry<String, String> each : event.attributes().entrySet()) {
        written.writeText(each.getKey());
        FieldCode.write(code(at, each.getValue()), written);
        at += PLACE;
      }
    }
  }

  private FieldCode code(int at, @Nullable String value) {
    return switch (head[at]) {
      case CONSTANT -> new FieldCode.Constant(java.util.Objects.requireNonNull(value));
      case PART -> new FieldCode.Part(head[at + 1], head[at + 2], head[at + 3], head[at + 4]);
      case OWN -> FieldCode.Own.INSTANCE;
      default -> FieldCode.Absent.INSTANCE;
    };
  }

  /** The literals and then the constants, as they are compared. */
  private String[] texts() {
    String[] texts = new String[cut.count() + 1 + constantCount];
    int from = 0;
    for (int i = 0; i < cut.count(); i++) {
      texts[i] = text.substring(from, cut.start(i));
      from = cut.end(i);
    }
    texts[cut.count()] = text.substring(from);
    System.arraycopy(constants, 0, texts, cut.count() + 1, constantCount);
    return texts;
  }

  private static long fingerprint(byte[] bytes) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : bytes) {
      hash = (hash ^ b) * 0x100000001B3L;
    }
    return hash ^ hash >>> 32;
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
        if (bytes != null) {
          row.writeAscii(text, cut.start(i), cut.end(i));
        } else {
          row.writeText(text, cut.start(i), cut.end(i));
        }
      }
    }
    for (ShapeField field : ShapeField.ALL) {
      if (head[HEAD + PLACE * field.place()] == OWN) {
        row.writeText(java.util.Objects.requireNonNull(field.of(event)));
      }
    }
    if (open) {
      row.writeInt(event.attributes().size());
    }
    int at = HEAD + PLACE * ShapeField.ALL.length;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      if (open) {
        row.writeText(each.getKey());
      }
      if (open || head[at] == OWN) {
        row.writeText(each.getValue());
      }
      at += PLACE;
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
