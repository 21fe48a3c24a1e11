// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.io.IOException;

/** A fetch reached a limit or a rule. The message is the end of a sentence about the address. */
final class FetchRefused extends IOException {
  private static final long serialVersionUID = 1L;

  FetchRefused(String message) {
    super(message);
  }
}
