// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

import java.util.List;
import java.util.Locale;

/** What the name of a service and the name of a folder or an artifact have in common. */
public final class ServiceName {
  private static final List<String> SUFFIXES =
      List.of("microservice", "service", "server", "svc", "backend", "worker", "app", "api", "ms");
  private static final int MIN_PREFIX = 4;

  private ServiceName() {}

  /** Letters and digits in lower case, without a word that only says that it is a service. */
  public static String stem(String name) {
    String plain = plain(name);
    for (String suffix : SUFFIXES) {
      if (plain.endsWith(suffix) && plain.length() > suffix.length() + 1) {
        return plain.substring(0, plain.length() - suffix.length());
      }
    }
    return plain;
  }

  /** True when one stem is the other, or begins or ends it. */
  public static boolean fits(String name, String stem) {
    String plain = stem(name);
    if (plain.isEmpty() || stem.isEmpty()) {
      return false;
    }
    return plain.equals(stem)
        || (plain.length() >= MIN_PREFIX && (stem.startsWith(plain) || stem.endsWith(plain)))
        || (stem.length() >= MIN_PREFIX && (plain.startsWith(stem) || plain.endsWith(stem)));
  }

  /** Letters and digits in lower case. */
  static String plain(String name) {
    StringBuilder letters = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
