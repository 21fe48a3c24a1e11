// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

/** A repository cannot be opened or read. The message says what, where and what to try. */
public final class GitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GitException(String message) {
    super(message);
  }

  public GitException(String message, Throwable cause) {
    super(message, cause);
  }
}
