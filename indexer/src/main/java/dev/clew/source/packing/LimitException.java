// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;

/** A packed file that asks for more than {@link Limits} allow; the message names the limit. */
public final class LimitException extends IOException {
  private static final long serialVersionUID = 1;

  public LimitException(String message) {
    super(message);
  }
}
