// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import java.util.List;

/** What must hold of a row. */
public sealed interface Condition {

  /** All of them, two or more. */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = several(parts);
    }
  }

  /** At least one of them, two or more. */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = several(parts);
    }
  }

  /** Not this one. */
  record Not(Condition part) implements Condition {}

  /**
   * One value of the field compares so. {@code !=} holds when no value is equal, so also when there
   * is none.
   */
  record Test(String field, Operator operator, Operand operand) implements Condition {}

  /** What a field is compared with. */
  record Operand(String text, Kind kind) {
    /** How it was written. */
    public enum Kind {
      /** Bare: a number, a word with wildcards; another column where there is one of that name. */
      WORD,
      /** In double quotes: exactly this text. */
      TEXT,
      /** In single quotes: the field of that name. */
      FIELD
    }
  }

  /** How. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As it is typed. */
    public String sign() {
      return sign;
    }
  }

  private static List<Condition> several(List<Condition> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException("and, or take two parts or more, not " + parts.size());
    }
    return List.copyOf(parts);
  }
}
