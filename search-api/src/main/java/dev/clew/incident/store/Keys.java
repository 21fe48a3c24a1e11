// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.IncidentException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Between the ids people see, {@code INC-1} or {@code E1}, and the numbers that are kept. */
enum Keys {
  INCIDENT("INC-", "incident"),
  EVIDENCE("E", "piece of evidence"),
  ITEM("T", "item"),
  BLOCK("B", "block"),
  COMMENT("C", "comment");

  private static final int DIGITS = 9;
  private static final int SHOWN = 40;

  private final String prefix;
  private final String noun;

  Keys(String prefix, String noun) {
    this.prefix = prefix;
    this.noun = noun;
  }

  String id(long number) {
    return prefix + number;
  }

  /** The number of {@code id}; empty when it is not spelled like one. */
  OptionalLong find(String id) {
    String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
    boolean number =
        !digits.isEmpty()
            && digits.length() <= DIGITS
            && digits.charAt(0) != '0'
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }

  /**
   * The number of {@code id}.
   *
   * @throws IncidentException.Unknown when it is not spelled like one
   */
  long number(String id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  IncidentException.Unknown unknown(String id) {
    return new IncidentException.Unknown(
        "there is no %s \"%s\"".formatted(noun, id.substring(0, Math.min(SHOWN, id.length()))));
  }

  /** The id of what may be missing. */
  static @Nullable String evidenceId(@Nullable Long number) {
    return number == null ? null : EVIDENCE.id(number);
  }
}
