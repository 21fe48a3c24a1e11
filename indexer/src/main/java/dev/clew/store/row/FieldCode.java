// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

/** Where the value of a field is to be had, the same for all events of a shape. */
sealed interface FieldCode {
  /** The event lacks the field. */
  record Absent() implements FieldCode {
    static final Absent INSTANCE = new Absent();
  }

  /** All events of the shape have this value. */
  record Constant(String value) implements FieldCode {}

  /**
   * A part of the text. Segments are counted from 0: literals have even numbers, slots odd ones.
   *
   * @param startSegment the segment it starts in
   * @param start characters from the start of that segment
   * @param endSegment the segment it ends in
   * @param end characters from the start of that segment
   */
  record Part(int startSegment, int start, int endSegment, int end) implements FieldCode {
    /** True when it is the same text in all events. */
    boolean isLiteral() {
      return startSegment == endSegment && startSegment % 2 == 0;
    }
  }

  /** The row holds it. */
  record Own() implements FieldCode {
    static final Own INSTANCE = new Own();
  }

  private static int tag(FieldCode code) {
    return switch (code) {
      case Absent absent -> 0;
      case Constant constant -> 1;
      case Part part -> 2;
      case Own own -> 3;
    };
  }

  /** Writes a code. */
  static void write(FieldCode code, RowOutput out) {
    out.writeByte(tag(code));
    if (code instanceof Constant constant) {
      out.writeText(constant.value());
    } else if (code instanceof Part part) {
      out.writeInt(part.startSegment());
      out.writeInt(part.start());
      out.writeInt(part.endSegment());
      out.writeInt(part.end());
    }
  }

  /** Reads a code. */
  static FieldCode read(RowInput in) {
    return switch (in.readByte()) {
      case 0 -> Absent.INSTANCE;
      case 1 -> new Constant(in.readText());
      case 2 -> new Part(in.readInt(), in.readInt(), in.readInt(), in.readInt());
      case 3 -> Own.INSTANCE;
      default -> throw new IllegalArgumentException("an unknown place of a field");
    };
  }
}
