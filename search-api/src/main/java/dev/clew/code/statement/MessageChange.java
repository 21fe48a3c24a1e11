// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a commit did to a message.
 *
 * @param kind what happened
 * @param statement after the commit; before it for one that was removed
 * @param before what it was, when it was changed; else null
 */
public record MessageChange(Kind kind, Statement statement, @Nullable Statement before) {
  /** What can happen to a message. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }
}
