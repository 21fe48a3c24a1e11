// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeQuality;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the shapes of events. What a shape is made of is noted in numbers and constants that are
 * quick to compare; only a shape that was not written before is spelled. Not thread-safe.
 */
final class ShapeWriter {
  /** Numbers of {@link #head} before the places of fields, and of each place. */
  private static final int HEAD = 7;

  private static final int PLACE = 5;
  private static final int ABSENT = 0;
  private static final int CONSTANT = 1;
  private static final int PART = 2;
  private static final int OWN = 3;

  private final TextCut cut;
  private final ValuePlaces places;
  private final RowOutput written = new RowOutput();
  private final KnownShapes known = new KnownShapes();

  /** What the shape is made of besides literals: see {@link #PLACE}. */
  private int[] head = new int[256];

  private int headLength;
  private String[] constants = new String[64];
  private int constantCount;
  private String text = "";
  private @Nullable TimeLayout layout;
  private int timeStart;
  private boolean open;

  ShapeWriter(TextCut cut, ValuePlaces places) {
    this.cut = cut;
    this.places = places;
  }

  /** Where in the text that was cut the time starts, and how it is written; -1 and null for not. */
  void time(int start, @Nullable TimeLayout written) {
    timeStart = start;
    layout = written;
  }

  /**
   * The shape of an event of which the text was cut and the values were found.
   *
   * @param flags of {@link Shape}
   */
  KnownShapes.Draft of(LogEvent event, String lines, int flags, Charset charset) {
    text = lines;
    open = (flags & Shape.OPEN) != 0;
    draft(event, flags, charset);
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
    return found;
  }

  /** True when the last shape leaves the value of a field, by its place, to the row. */
  boolean isOwn(int place) {
    return head[HEAD + PLACE * place] == OWN;
  }

  /** True when the last shape gives all its events the same value of a field, by its place. */
  boolean isDecided(int place) {
    int at = HEAD + PLACE * place;
    return switch (head[at]) {
      case OWN -> false;
      case PART -> head[at + 1] == head[at + 3] && head[at + 1] % 2 == 0;
      default -> true;
    };
  }

  /** Notes what the shape is made of. */
  private void draft(LogEvent event, int flags, Charset charset) {
    constantCount = 0;
    int count = ShapeField.ALL.length + (open ? 0 : event.attributes().size());
    headLength = HEAD + PLACE * count;
    head = headLength > head.length ? new int[2 * headLength] : head;
    head[0] = flags;
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
        place(at, value, places.start(field));
      }
      at += PLACE;
    }
    if (!open) {
      int index = 0;
      for (Map.Entry<String, String> each : event.attributes().entrySet()) {
        note(each.getKey());
        place(at, each.getValue(), places.startOfAttribute(index++));
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
}
