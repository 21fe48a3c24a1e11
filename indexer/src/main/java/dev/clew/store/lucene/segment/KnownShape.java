// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.query.Words;
import dev.clew.store.row.Shape;
import dev.clew.store.row.ShapeField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shape, and the folded words of its literals. Thread-safe. */
final class KnownShape {
  private final Shape shape;
  private final String[][] text;

  /** Made when somebody asks for words in the message. */
  private volatile String @Nullable [][] body;

  KnownShape(Shape shape) {
    this.shape = shape;
    this.text = words(shape.literals());
  }

  Shape shape() {
    return shape;
  }

  /** The words of each literal of the text. */
  String[][] text() {
    return text;
  }

  /** The words of what the shape knows of the message: all of it, or literals in it. */
  String[][] body() {
    String[][] known = body;
    if (known == null) {
      known = words(bodyOf(shape));
      body = known;
    }
    return known;
  }

  private static List<String> bodyOf(Shape shape) {
    if (shape.decides(ShapeField.BODY)) {
      String value = shape.value(ShapeField.BODY);
      return value == null ? List.of() : List.of(value);
    }
    List<String> literals = shape.bodyLiterals();
    return literals == null ? List.of() : literals;
  }

  private static String[][] words(List<String> pieces) {
    String[][] words = new String[pieces.size()][];
    for (int i = 0; i < words.length; i++) {
      words[i] = Words.of(pieces.get(i)).toArray(String[]::new);
    }
    return words;
  }
}
