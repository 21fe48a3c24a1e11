// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

/** A change file cannot be read. The message says what, where and what to try. */
public final class ChangeFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChangeFileException(String message, Throwable cause) {
    super(message, cause);
  }

  static ChangeFileException unreadable(String source, Exception cause) {
    return new ChangeFileException(
        "cannot read the changes in "
            + source
            + ": "
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
            + "; give CSV with a header line, JSON, or a report of Ansible, Puppet or Chef",
        cause);
  }
}
