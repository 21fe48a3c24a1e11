// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

/** A change file cannot be read. The message says what, where and what to try. */
public final class ChangeFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChangeFileException(String message) {
    super(message);
  }

  public ChangeFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
