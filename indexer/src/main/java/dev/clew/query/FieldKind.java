// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.Map;

/** How the values of a field are compared with what people type. */
public enum FieldKind {
  /** The severity: ordered, and any system's word for it will do. */
  LEVEL,
  /** A name or id, compared as a whole: {@code service host version trace span pattern}. */
  NAME,
  /**
   * Text or a dotted name, in which words are looked for: {@code msg exception frame logger thread
   * file pattern.template}.
   */
  TEXT,
  /** Anything else: an attribute by its own name, compared as a whole. */
  ATTRIBUTE;

  private static final Map<String, FieldKind> KNOWN =
      Map.ofEntries(
          Map.entry("level", LEVEL),
          Map.entry("service", NAME),
          Map.entry("service.name", NAME),
          Map.entry("version", NAME),
          Map.entry("service.version", NAME),
          Map.entry("host", NAME),
          Map.entry("host.name", NAME),
          Map.entry("trace", NAME),
          Map.entry("span", NAME),
          Map.entry("pattern", NAME),
          Map.entry("logger", TEXT),
          Map.entry("thread", TEXT),
          Map.entry("file", TEXT),
          Map.entry("msg", TEXT),
          Map.entry("exception", TEXT),
          Map.entry("frame", TEXT),
          Map.entry("pattern.template", TEXT));

  /** The kind of the field of that name. */
  public static FieldKind of(String field) {
    return KNOWN.getOrDefault(field, ATTRIBUTE);
  }

  /** The short name that {@code typed} means in any case, else {@code typed} itself. */
  static String canonical(String typed) {
    String folded = Words.fold(typed);
    return KNOWN.containsKey(folded) ? folded : typed;
  }
}
