// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a route.
 *
 * @param description what it does, in a sentence
 * @param inPath whether it is part of the path, and then always there
 * @param fallback what stands when it is not given; null when nothing does
 */
public record Parameter<T>(
    String name, String description, ParameterType<T> type, boolean inPath, @Nullable T fallback) {

  static <T> Parameter<T> optional(String name, String description, ParameterType<T> type) {
    return new Parameter<>(name, description, type, false, null);
  }

  static <T> Parameter<T> optional(
      String name, String description, ParameterType<T> type, T fallback) {
    return new Parameter<>(name, description, type, false, fallback);
  }

  static <T> Parameter<T> inPath(String name, String description, ParameterType<T> type) {
    return new Parameter<>(name, description, type, true, null);
  }
}
