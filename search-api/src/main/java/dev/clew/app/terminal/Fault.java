// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

/** Something a person can mend stops a command: one line that says what, and what to try. */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exit code for wrong usage. */
  public static final int USAGE = 2;

  /** Exit code for a fault of the data or the environment. */
  public static final int ENVIRONMENT = 3;

  private final int exitCode;

  private Fault(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The command was called wrongly. */
  public static Fault usage(String message) {
    return new Fault(USAGE, message, null);
  }

  /** The data or the environment is not as the command needs it. */
  public static Fault environment(String message, Throwable cause) {
    return new Fault(ENVIRONMENT, message, cause);
  }

  /** The data or the environment is not as the command needs it. */
  public static Fault environment(String message) {
    return new Fault(ENVIRONMENT, message, null);
  }

  public int exitCode() {
    return exitCode;
  }
}
