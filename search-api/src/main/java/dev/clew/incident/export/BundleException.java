// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

/** A bundle that cannot be taken; the message says what is wrong with it, and where. */
public final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BundleException(String message) {
    super(message);
  }

  BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
