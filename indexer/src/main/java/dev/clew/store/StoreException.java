// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import org.jspecify.annotations.Nullable;

/**
 * A store cannot do what was asked, for a reason outside the question. The message says what, where
 * and what to try.
 */
public abstract sealed class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Another process owns the store. */
  public static final class Locked extends StoreException {
    private static final long serialVersionUID = 1L;

    public Locked(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The disk or the way to it fails; trying later may help. */
  public static final class Unavailable extends StoreException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** What was stored can no longer be read; trying again does not help. */
  public static final class Corrupt extends StoreException {
    private static final long serialVersionUID = 1L;

    public Corrupt(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** A later version of Clew wrote the store; nothing in it was touched. */
  public static final class TooNew extends StoreException {
    private static final long serialVersionUID = 1L;

    public TooNew(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The store was closed before. */
  public static final class Closed extends StoreException {
    private static final long serialVersionUID = 1L;

    public Closed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
