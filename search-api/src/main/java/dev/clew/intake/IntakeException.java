// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

/** A file that is not taken. Nothing of it is kept. */
public final class IntakeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why it is not taken. */
  public enum Reason {
    /** it has a name that no file can have here */
    NAME,
    TOO_LARGE,
    /** the disk, or what is kept free on it */
    NO_ROOM,
    /** too many others are under way */
    TOO_MANY,
    /** the sender ended before the end */
    CUT_OFF,
    /** somebody stopped it while it was received */
    STOPPED,
    /** the disk refused */
    NOT_KEPT
  }

  IntakeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  IntakeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
