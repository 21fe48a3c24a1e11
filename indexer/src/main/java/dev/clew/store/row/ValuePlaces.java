// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import dev.clew.query.EventText;
import dev.clew.query.Words;
import java.util.List;

/** Where the values of an event stand in its text. Not thread-safe. */
final class ValuePlaces {
  private int[] found = new int[32];
  private List<String> extras = List.of();
  private String text = "";

  /** Where the value of a field starts; -1 when it does not stand there as a whole. */
  int start(ShapeField field) {
    return found[field.place()];
  }

  /** The same for an attribute, counted in their order. */
  int startOfAttribute(int index) {
    return found[ShapeField.ALL.length + index];
  }

  /** Pieces of the event's text besides its lines, as {@link EventText} defines them. */
  List<String> extras() {
    return extras;
  }

  /** Looks in {@code lines} before {@code end}. */
  void find(LogEvent event, String lines, int end) {
    text = lines;
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
}
