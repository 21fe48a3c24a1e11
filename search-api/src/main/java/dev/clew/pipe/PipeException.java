// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

/** A pipe cannot do what it is asked to; the message names it and says what to try. */
public final class PipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PipeException(String message) {
    super(message, null, false, false);
  }
}
