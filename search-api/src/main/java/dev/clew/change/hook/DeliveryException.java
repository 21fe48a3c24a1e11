// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

/** A delivery that is not taken. The message says why and what to try; nothing of it was kept. */
public final class DeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Whose fault it is. */
  public enum Reason {
    /** the sender's: it cannot be read */
    UNREADABLE,
    /** the sender's: it does not know the secret */
    NOT_BELIEVED,
    /** nobody's: there is no room for more */
    FULL,
    /** the disk's: it could not be written */
    NOT_KEPT
  }

  DeliveryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  DeliveryException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
