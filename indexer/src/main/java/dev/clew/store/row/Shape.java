// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.Severity;
import dev.clew.event.TimeQuality;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all events of one statement share: their text with slots where they differ, their severity,
 * and where each field is to be had. Immutable.
 *
 * <pre>
 * shape = vint(flags) byte(severity) byte(time source) byte(zone) vint(doubts) text?(charset)
 *         vint(slots) { text(literal) byte(slot: 0 kept in the row, 1 the time) } text(literal)
 *         [ text(time pattern) zint(offset) when a slot is the time ]
 *         code{one a ShapeField} vint(attributes) { text(name) code }
 * </pre>
 */
public final class Shape {
  /** The names of the attributes stand in the row, and nothing in the text is literal. */
  static final int OPEN = 1;

  /** The text cannot spell the bytes: the row holds them besides. */
  static final int OPAQUE = 2;

  static final int EXCEPTION = 4;

  /** The event's text has further pieces that the literals do not hold. */
  static final int EXTRAS = 8;

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
          TimeQuality.Doubt.CLAMPED,
          TimeQuality.Doubt.LATE);

  static final int SLOT_ROW = 0;
  static final int SLOT_TIME = 1;

  private final int flags;
  private final Severity severity;
  private final TimeQuality quality;
  private final Charset charset;
  private final String[] literals;
  private final int timeSlot;
  private final @Nullable TimeLayout layout;
  private final FieldCode[] codes;
  private final Map<String, FieldCode> attributes;

  private Shape(RowInput in) {
    flags = in.readInt();
    severity = severity(in.readByte());
    quality =
        new TimeQuality(SOURCES.get(in.readByte()), ZONES.get(in.readByte()), doubts(in.readInt()));
    String name = in.readNullable();
    charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    int slots = in.readCount();
    literals = new String[slots + 1];
    int time = -1;
    for (int i = 0; i < slots; i++) {
      literals[i] = in.readText();
      if (in.readByte() == SLOT_TIME) {
        time = i;
      }
    }
    literals[slots] = in.readText();
    timeSlot = time;
    layout = time < 0 ? null : new TimeLayout(in.readText(), zigzag(in.readInt()));
    codes = new FieldCode[ShapeField.ALL.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = FieldCode.read(in);
    }
    int count = in.readCount();
    Map<String, FieldCode> named = new java.util.LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      named.put(in.readText(), FieldCode.read(in));
    }
    attributes = named;
  }

  /**
   * The shape encoded in {@code length} bytes from {@code start}.
   *
   * @throws IllegalArgumentException when they encode none
   */
  public static Shape decode(byte[] bytes, int start, int length) {
    try {
      return new Shape(new RowInput(bytes, start, length));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("no shape", e);
    }
  }

  /** True when it says nothing about the event but its severity. */
  public boolean isOpen() {
    return (flags & OPEN) != 0;
  }

  /** True when the text of its events has words that stand neither in a literal nor in a slot. */
  public boolean hasExtras() {
    return (flags & EXTRAS) != 0;
  }

  public boolean hasException() {
    return (flags & EXCEPTION) != 0;
  }

  public boolean hasTime() {
    return layout != null;
  }

  /** True when the row fills a slot, so that words may stand in it which no literal holds. */
  public boolean hasSlots() {
    return literals.length - 1 > (layout == null ? 0 : 1);
  }

  public Severity severity() {
    return severity;
  }

  /** The literal pieces of the text, one more than there are slots. No word reaches over an end. */
  public List<String> literals() {
    return List.of(literals);
  }

  /**
   * The literal pieces of the message, cut where it starts and ends; null when the message is not
   * part of the text.
   */
  public @Nullable List<String> bodyLiterals() {
    if (!(codes[ShapeField.BODY.place()] instanceof FieldCode.Part part)) {
      return null;
    }
    List<String> pieces = new ArrayList<>();
    for (int segment = part.startSegment(); segment <= part.endSegment(); segment++) {
      if (segment % 2 == 0) {
        String literal = literals[segment / 2];
        int from = segment == part.startSegment() ? part.start() : 0;
        int to = segment == part.endSegment() ? part.end() : literal.length();
        pieces.add(literal.substring(from, to));
      }
    }
    return pieces;
  }

  /** True when the written time stands in the message. */
  public boolean hasTimeInBody() {
    int segment = 2 * timeSlot + 1;
    return layout != null
        && codes[ShapeField.BODY.place()] instanceof FieldCode.Part part
        && part.startSegment() <= segment
        && segment <= part.endSegment();
  }

  /** The written time of an event of that time, if its text holds it; else empty. */
  String timeText(long epochNanos) {
    return layout == null ? "" : layout.text(epochNanos);
  }

  /** True when both write the time of their events alike. */
  public boolean writesTimeLike(Shape other) {
    return java.util.Objects.equals(layout, other.layout);
  }

  /** The test for a folded word or glob in the written time of events; null when none has it. */
  public @Nullable TimeWord timeWord(String glob) {
    return layout == null ? null : TimeWord.of(layout, glob);
  }

  /** True when all events of the shape have the same value of the field, or all have none. */
  public boolean decides(ShapeField field) {
    return decides(codes[field.place()]);
  }

  /** True when the events of the shape have the field. */
  public boolean has(ShapeField field) {
    return !(codes[field.place()] instanceof FieldCode.Absent);
  }

  /** The value all events have; null when they have none. Only where the shape decides. */
  public @Nullable String value(ShapeField field) {
    return value(codes[field.place()]);
  }

  /** The same for an attribute. An open shape decides none. */
  public boolean decidesAttribute(String name) {
    FieldCode code = attributes.get(name);
    return code == null ? !isOpen() : decides(code);
  }

  /** The value all events have of an attribute; null when they have none. Where it decides. */
  public @Nullable String attribute(String name) {
    FieldCode code = attributes.get(name);
    return code == null ? null : value(code);
  }

  /** True when all events of the shape have the attribute; of an open shape nothing is known. */
  public boolean hasAttribute(String name) {
    return attributes.containsKey(name);
  }

  private static boolean decides(FieldCode code) {
    return switch (code) {
      case FieldCode.Absent absent -> true;
      case FieldCode.Constant constant -> true;
      case FieldCode.Part part -> part.isLiteral();
      case FieldCode.Own own -> false;
    };
  }

  private @Nullable String value(FieldCode code) {
    return switch (code) {
      case FieldCode.Constant constant -> constant.value();
      case FieldCode.Part part ->
          literals[part.startSegment() / 2].substring(part.start(), part.end());
      default -> null;
    };
  }

  boolean isOpaque() {
    return (flags & OPAQUE) != 0;
  }

  TimeQuality quality() {
    return quality;
  }

  Charset charset() {
    return charset;
  }

  String[] texts() {
    return literals;
  }

  /** The number of the slot that the time fills; -1 for none. */
  int timeSlot() {
    return timeSlot;
  }

  @Nullable TimeLayout layout() {
    return layout;
  }

  FieldCode code(ShapeField field) {
    return codes[field.place()];
  }

  Map<String, FieldCode> attributeCodes() {
    return attributes;
  }

  static int bits(Set<TimeQuality.Doubt> doubts) {
    int bits = 0;
    for (TimeQuality.Doubt doubt : doubts) {
      bits |= 1 << DOUBTS.indexOf(doubt);
    }
    return bits;
  }

  private static Set<TimeQuality.Doubt> doubts(int bits) {
    Set<TimeQuality.Doubt> doubts = EnumSet.noneOf(TimeQuality.Doubt.class);
    for (int i = 0; i < DOUBTS.size(); i++) {
      if ((bits >> i & 1) != 0) {
        doubts.add(DOUBTS.get(i));
      }
    }
    return doubts;
  }

  private static int zigzag(int encoded) {
    return (encoded >>> 1) ^ -(encoded & 1);
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
