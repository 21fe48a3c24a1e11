// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that stand for the constants of an enum, in the API and in files. */
final class Words {
  private static final int SHOWN = 40;

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(type, word));
  }

  private static IllegalArgumentException unknown(Class<? extends Enum<?>> type, String word) {
    String known =
        Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "\"%s\" is none of %s".formatted(word.substring(0, Math.min(SHOWN, word.length())), known));
  }
}
