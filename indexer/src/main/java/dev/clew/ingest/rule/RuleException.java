// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

/** A rule cannot be understood: the message says where it stands and what to write instead. */
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleException(String message) {
    super(message);
  }

  RuleException(String message, Throwable cause) {
    super(message, cause);
  }
}
