// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import org.jspecify.annotations.Nullable;

/** Why something was not done; nothing was altered then. */
public abstract class IncidentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private IncidentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** There is no such incident, or nothing of that id in it. */
  public static final class Unknown extends IncidentException {
    private static final long serialVersionUID = 1L;

    public Unknown(String message) {
      super(message, null);
    }
  }

  /** Somebody else wrote in between. */
  public static final class Conflict extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Record current;

    /**
     * @param current what stands there now: an {@link Incident}, an {@link Item} or a {@link Block}
     */
    public Conflict(String message, Record current) {
      super(message, null);
      this.current = current;
    }

    /** What stands there now: an {@link Incident}, an {@link Item} or a {@link Block}. */
    public @Nullable Record current() {
      return current;
    }
  }

  /** It would be more than is kept of its kind. */
  public static final class Full extends IncidentException {
    private static final long serialVersionUID = 1L;

    public Full(String message) {
      super(message, null);
    }
  }

  /** The disk or the database refused. */
  public static final class NotKept extends IncidentException {
    private static final long serialVersionUID = 1L;

    public NotKept(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
