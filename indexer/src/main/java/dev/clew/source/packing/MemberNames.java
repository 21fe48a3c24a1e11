// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.util.HashMap;
import java.util.Map;

/**
 * Names that others gave, as labels: safe to show, of bounded length, and no two of an archive the
 * same. They are never used as paths. Not thread-safe.
 */
public final class MemberNames {
  private static final int MAX_LENGTH = 240;
  private static final int TAIL = 80;
  private static final char HIDDEN = '\uFFFD';

  private final Map<Long, Integer> used = new HashMap<>();

  /** The label of the next member, which is called {@code name}. */
  public String label(String name) {
    String safe = safe(name);
    int times = used.merge(hash(safe), 1, Integer::sum);
    if (times == 1) {
      return safe;
    }
    String label = safe + "~" + times;
    while (used.putIfAbsent(hash(label), 1) != null) {
      label = safe + "~" + used.merge(hash(safe), 1, Integer::sum);
    }
    return label;
  }

  /**
   * {@code name} with U+FFFD for every character that would drive a terminal, turn the direction of
   * writing or not be seen, and with its middle left out when it is very long.
   */
  public static String safe(String name) {
    StringBuilder safe = new StringBuilder(Math.min(name.length(), MAX_LENGTH));
    String whole = name;
    if (name.length() > MAX_LENGTH) {
      String end = name.substring(name.length() - TAIL);
      String start = name.substring(0, MAX_LENGTH - TAIL);
      whole = start + "…" + Long.toHexString(hash(name)) + "…" + end;
    }
    whole.codePoints().map(c -> isShown(c) ? c : HIDDEN).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** FNV-1a over the characters, 64 bits. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
