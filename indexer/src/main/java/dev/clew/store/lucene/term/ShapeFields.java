// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import dev.clew.event.Severity;
import dev.clew.store.row.Shape;
import dev.clew.store.row.ShapeField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of which a shape may know the value. */
public final class ShapeFields {
  private static final Map<String, ShapeField> FIELDS = fields();

  private ShapeFields() {}

  /** The name of the level of all events of {@code shape}; null when they have none. */
  public static @Nullable String level(Shape shape) {
    return shape.severity() == Severity.UNSPECIFIED
        ? null
        : shape.severity().name().toLowerCase(Locale.ROOT);
  }

  /** The part of a shape that is the field of that name; null when it is none. */
  public static @Nullable ShapeField part(String canonical) {
    return FIELDS.get(canonical);
  }

  private static Map<String, ShapeField> fields() {
    Map<String, ShapeField> fields = new HashMap<>();
    for (ShapeField field : ShapeField.values()) {
      if (!field.field().isEmpty()) {
        fields.put(field.field(), field);
      }
    }
    return Map.copyOf(fields);
  }
}
