// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a commit changes.
 *
 * @param kind what sort of thing
 * @param name of the dependency, the setting with as much of its path as the diff shows, the flag,
 *     the table or {@code table.column}, the constant or function
 * @param before its value before; null when there was none, or it is not told
 * @param after its value after; null when there is none
 * @param verb what a migration does; empty for the others, whose values say it
 * @param file where, after the commit; before it when the file is gone
 * @param line its line there, from 1
 */
public record Content(
    Kind kind,
    String name,
    @Nullable String before,
    @Nullable String after,
    String verb,
    String file,
    int line) {
  private static final int LONGEST = 120;
  private static final String HIDDEN = "(hidden)";
  private static final Pattern SECRET =
      Pattern.compile("(?i)(passw|secret|token|credential|api[-_.]?key|private[-_.]?key)");

  public Content {
    name = cut(name);
    boolean secret = SECRET.matcher(name).find();
    before = before == null ? null : secret ? HIDDEN : cut(before);
    after = after == null ? null : secret ? HIDDEN : cut(after);
  }

  /** Sorts of things. */
  public enum Kind {
    DEPENDENCY,
    SETTING,
    FLAG,
    MIGRATION,
    /** a number in code */
    VALUE
  }

  /** All of it in words: {@code raises pool.max 10 → 50 in application.yml:12}. */
  public String text() {
    return "%s in %s:%d".formatted(change(), file, line);
  }

  private String change() {
    String what = (kind == Kind.FLAG ? "flag " : "") + name;
    if (kind == Kind.MIGRATION) {
      return verb + " " + what + (after == null ? "" : " " + after);
    }
    if (before == null) {
      return "adds " + what + (after == null || after.isEmpty() ? "" : " = " + after);
    }
    if (after == null) {
      return "removes " + what + (before.isEmpty() ? "" : ", which was " + before);
    }
    return "%s %s %s → %s".formatted(verbOfValues(), what, shown(before), shown(after));
  }

  private String verbOfValues() {
    int order = compare(String.valueOf(before), String.valueOf(after));
    if (kind == Kind.DEPENDENCY) {
      return order == 0 ? "changes" : order < 0 ? "upgrades" : "downgrades";
    }
    return order == 0 ? "changes" : order < 0 ? "raises" : "lowers";
  }

  /** As numbers with their unit, or as versions; 0 when neither can be said. */
  private int compare(String one, String other) {
    if (kind == Kind.DEPENDENCY) {
      return Versions.compare(one, other);
    }
    Optional<BigDecimal> first = Amounts.of(one);
    Optional<BigDecimal> second = Amounts.of(other);
    return first.isPresent() && second.isPresent() ? first.get().compareTo(second.get()) : 0;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(empty)" : value;
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
