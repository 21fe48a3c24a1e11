// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What pipes are called, by us and in other products, and how they are written. */
public enum PipeName {
  STATS("stats count by service, level", "numbers of groups", "summarize"),
  TOP("top 10 exception", "the most frequent values"),
  RARE("rare logger", "the rarest values"),
  TIMECHART("timechart 1m by level", "numbers over time"),
  SORT("sort -duration", "another order", "order"),
  HEAD("head 20", "the first rows", "take", "limit"),
  TAIL("tail 20", "the last rows"),
  FIELDS("fields time, service, msg", "only these columns", "table", "project"),
  DEDUP("dedup trace", "the first row of each value"),
  WHERE("where p95 > 500", "rows for which it holds"),
  SEARCH("search level:error", "events that match as well", "filter"),
  REX("rex \"(?<user>u-\\d+)\"", "fields out of text"),
  CONTEXT("context 5 by thread", "the lines around every hit"),
  TRACE("trace order_id", "all events of each unit, as one row", "transaction"),
  PATTERNS("patterns", "what the lines have in common", "cluster"),
  COMPARE("compare -1d", "patterns now and then", "logcompare"),
  EXPLAIN("explain vs (level:info)", "what sets the events apart", "diffpatterns"),
  SUSPECTS("suspects", "the changes that may have caused it"),
  JOINS("joins", "the ids that services have in common"),
  TIMELINE("timeline by host", "when each service failed, burst or fell silent");

  private static final int LONGEST = 20;
  private static final Map<String, PipeName> KNOWN = known();

  private final String example;
  private final String purpose;
  private final String aliases;

  PipeName(String example, String purpose, String... aliases) {
    this.example = example;
    this.purpose = purpose;
    this.aliases = String.join(" ", aliases);
  }

  /** The name that {@code typed} means, in any case. */
  public static Optional<PipeName> of(String typed) {
    return typed.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(KNOWN.get(typed.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, PipeName> known() {
    Map<String, PipeName> known = new HashMap<>();
    for (PipeName name : values()) {
      known.put(name.spelling(), name);
      name.aliases().forEach(alias -> known.put(alias, name));
    }
    return Map.copyOf(known);
  }

  /** As it is printed. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Other products' names that are understood. */
  public List<String> aliases() {
    return aliases.isEmpty() ? List.of() : List.of(aliases.split(" ", -1));
  }

  /** A pipe of that name. */
  public String example() {
    return example;
  }

  /** What it gives, in a few words. */
  public String purpose() {
    return purpose;
  }
}
