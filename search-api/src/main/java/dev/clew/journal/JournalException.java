// SPDX-License-Identifier: Apache-2.0
package dev.clew.journal;

import org.jspecify.annotations.Nullable;

/** Nothing was appended; the message says why. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean full;

  JournalException(boolean full, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.full = full;
  }

  /** True when the file holds all that it may, false when the disk failed. */
  public boolean isFull() {
    return full;
  }
}
