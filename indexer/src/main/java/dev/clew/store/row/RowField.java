// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one field from rows, without making the events: of a row only the texts are
 * touched that the value is made of. One thread.
 */
public final class RowField {
  private final String name;
  private final @Nullable ShapeField part;
  private final Map<Shape, Place> places = new HashMap<>();
  private final RowOutput value = new RowOutput();
  private @Nullable Shape last;
  private Place lastPlace = Place.NOWHERE;

  /**
   * Where the value stands in the rows of a shape.
   *
   * @param texts of the row before it; negative when only the event tells
   * @param pieces literals around the slots it is made of; a slot stands between each two
   */
  private record Place(int texts, byte[][] pieces) {
    static final Place NOWHERE = new Place(-1, new byte[0][]);
  }

  /**
   * A reader.
   *
   * @param part the field when it is no attribute
   */
  public RowField(String name, @Nullable ShapeField part) {
    this.name = name;
    this.part = part;
  }

  /**
   * Reads the value in {@code length} bytes of a row from {@code start}; false when only the event
   * tells whether there is one.
   *
   * @throws IllegalArgumentException when the bytes are no row of {@code shape}
   */
  public boolean read(Shape shape, byte[] row, int start, int length) {
    Place place = place(shape);
    if (place.texts < 0) {
      return false;
    }
    try {
      RowInput in = RowWords.open(row, start, length);
      for (int i = 0; i < place.texts; i++) {
        in.skipText();
      }
      value.clear();
      value.append(place.pieces[0]);
      for (int i = 1; i < place.pieces.length; i++) {
        if (!in.copyText(value)) {
          return false;
        }
        value.append(place.pieces[i]);
      }
      return true;
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a row does not fit its shape", e);
    }
  }

  /** The value read last, {@link #length} bytes of UTF-8; valid until the next is read. */
  public byte[] bytes() {
    return value.bytes();
  }

  public int length() {
    return value.length();
  }

  /** The same as text. */
  public String text() {
    return new String(value.bytes(), 0, value.length(), StandardCharsets.UTF_8);
  }

  private Place place(Shape shape) {
    if (shape != last) {
      lastPlace = places.computeIfAbsent(shape, this::find);
      last = shape;
    }
    return lastPlace;
  }

  private Place find(Shape shape) {
    FieldCode code = part == null ? shape.attributeCodes().get(name) : shape.code(part);
    if (code instanceof FieldCode.Own) {
      return new Place(RowWords.slots(shape) + ownBefore(shape), new byte[2][0]);
    }
    return code instanceof FieldCode.Part found ? pieces(shape, found) : Place.NOWHERE;
  }

  /** How many fields stand in the row by themselves before this one does. */
  private int ownBefore(Shape shape) {
    int before = 0;
    for (ShapeField field : ShapeField.ALL) {
      if (field == part) {
        return before;
      }
      before += shape.code(field) instanceof FieldCode.Own ? 1 : 0;
    }
    for (Map.Entry<String, FieldCode> each : shape.attributeCodes().entrySet()) {
      if (each.getKey().equals(name)) {
        return before;
      }
      before += each.getValue() instanceof FieldCode.Own ? 1 : 0;
    }
    return before;
  }

  private static Place pieces(Shape shape, FieldCode.Part found) {
    int first = found.startSegment() / 2;
    int end = found.endSegment() / 2;
    int time = shape.timeSlot();
    boolean startsSlot = found.startSegment() % 2 == 1;
    boolean whole = found.endSegment() % 2 == 0 && (!startsSlot || found.start() == 0);
    if (!whole || (time >= first && time < end)) {
      return Place.NOWHERE;
    }
    byte[][] pieces = new byte[end - first + 1][];
    for (int i = first; i <= end; i++) {
      String literal = shape.texts()[i];
      int to = i == end ? found.end() : literal.length();
      int from = i > first ? 0 : startsSlot ? to : found.start();
      byte[] piece = RowOutput.utf8(literal.substring(from, to));
      if (piece == null) {
        return Place.NOWHERE;
      }
      pieces[i - first] = piece;
    }
    return new Place(first - (time >= 0 && time < first ? 1 : 0), pieces);
  }
}
