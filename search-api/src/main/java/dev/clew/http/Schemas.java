// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of the answers, drawn from the records that make them. A component that is left out
 * when null is optional; one that is {@code @Nullable} otherwise may be null; any other is always
 * there.
 */
final class Schemas {
  private final SortedMap<String, Object> known = new TreeMap<>();

  /** The schema of {@code type}, or a reference to it once it is among {@link #components}. */
  Map<String, Object> of(Class<?> type) {
    if (!type.isRecord()) {
      return plain(type);
    }
    String name = name(type);
    if (!known.containsKey(name)) {
      known.put(name, Map.of());
      known.put(name, record(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /** Every record seen so far, by its name. */
  SortedMap<String, Object> components() {
    return known;
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = component.getAccessor().isAnnotationPresent(JsonInclude.class);
      String key = key(component);
      boolean raw = component.getAccessor().isAnnotationPresent(JsonRawValue.class);
      properties.put(
          key, raw ? Map.of("type", "object") : of(component.getAnnotatedType(), optional));
      if (!optional) {
        required.add(key);
      }
    }
    return Map.of("type", "object", "properties", properties, "required", required);
  }

  private static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private Map<String, Object> of(AnnotatedType annotated, boolean optional) {
    Map<String, Object> schema = generic(annotated);
    boolean mayBeNull = !optional && annotated.isAnnotationPresent(Nullable.class);
    return mayBeNull ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema;
  }

  private Map<String, Object> generic(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType generic
        && type instanceof ParameterizedType parameterized) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Map<String, Object> last = of(arguments[arguments.length - 1], false);
      return parameterized.getRawType() == List.class
          ? Map.of("type", "array", "items", last)
          : Map.of("type", "object", "additionalProperties", last);
    }
    return type instanceof Class<?> plain ? of(plain) : Map.of();
  }

  private static Map<String, Object> plain(Class<?> type) {
    if (type == String.class) {
      return Map.of("type", "string");
    }
    if (type == Object.class) {
      return Map.of();
    }
    if (type == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == double.class || type == Double.class) {
      return Map.of("type", "number");
    }
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      return Map.of("type", "integer");
    }
    if (Map.class.isAssignableFrom(type)) {
      return Map.of("type", "object");
    }
    throw new IllegalArgumentException("no schema is known for " + type.getName());
  }

  /** {@code Event} for {@code EventJson}, {@code EventOrigin} for a record inside it. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    String own = type.getSimpleName().replaceAll("Json$", "");
    return outer == null ? own : name(outer) + own;
  }
}
