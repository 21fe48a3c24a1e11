// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import org.jspecify.annotations.Nullable;

/** The document could not be printed; the message says why. */
public final class PdfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PdfException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
