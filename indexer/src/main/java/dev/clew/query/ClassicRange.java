// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import dev.clew.query.ClassicParser.Refused;
import java.util.ArrayList;
import java.util.List;

/** Reads the ranges of Lucene's classic syntax: {@code [low TO high]}, braces where open. */
final class ClassicRange {
  private final QueryText text;

  ClassicRange(QueryText text) {
    this.text = text;
  }

  /** The range that starts here. */
  Query read(String field) {
    int start = text.at();
    if (field.isEmpty()) {
      throw new Refused(start, start + 1, "a range needs a field before it");
    }
    boolean from = text.peek() == '[';
    text.moveTo(start + 1);
    String low = end(start);
    text.skipSpaces();
    if (!text.startsWith("TO", text.at()) || !text.isBoundary(text.at() + 2)) {
      throw new Refused(start, text.at(), "a range is written [low TO high]");
    }
    text.moveTo(text.at() + 2);
    String high = end(start);
    text.skipSpaces();
    if (text.peek() != ']' && text.peek() != '}') {
      throw new Refused(start, text.at(), "the range is never closed");
    }
    boolean to = text.peek() == ']';
    text.moveTo(text.at() + 1);
    return range(field, low, from, high, to);
  }

  private static Query range(String field, String low, boolean from, String high, boolean to) {
    boolean anyLow = low.equals("*");
    boolean anyHigh = high.equals("*");
    if (anyLow && anyHigh) {
      return new Query.Exists(field);
    }
    if (!anyLow && !anyHigh && from && to) {
      return new Query.Between(field, low, high);
    }
    List<Query> parts = new ArrayList<>();
    if (!anyLow) {
      parts.add(
          new Query.Compare(
              field, from ? Comparing.Operator.AT_LEAST : Comparing.Operator.MORE, low));
    }
    if (!anyHigh) {
      parts.add(
          new Query.Compare(
              field, to ? Comparing.Operator.AT_MOST : Comparing.Operator.LESS, high));
    }
    return Query.and(parts);
  }

  /** {@code >5}, {@code <=10} after a field. */
  Query compare(String field) {
    int start = text.at();
    boolean less = text.peek() == '<';
    boolean equal = text.charAt(start + 1) == '=';
    text.moveTo(start + (equal ? 2 : 1));
    String value = ClassicTerm.read(text, "()[]{}\"^~").literal();
    if (value.isEmpty()) {
      throw new Refused(start, text.at(), "a value must follow");
    }
    Comparing.Operator inclusive = less ? Comparing.Operator.AT_MOST : Comparing.Operator.AT_LEAST;
    Comparing.Operator exclusive = less ? Comparing.Operator.LESS : Comparing.Operator.MORE;
    return new Query.Compare(field, equal ? inclusive : exclusive, value);
  }

  private String end(int start) {
    text.skipSpaces();
    int close = text.closingQuote(text.at());
    String value;
    if (close > 0) {
      value = text.quoted(text.at(), close);
      text.moveTo(close + 1);
    } else {
      value = ClassicTerm.read(text, "]}").literal();
    }
    if (value.isEmpty()) {
      throw new Refused(start, text.at(), "a range is written [low TO high]");
    }
    return value;
  }
}
