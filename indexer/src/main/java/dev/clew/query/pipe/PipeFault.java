// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Notice;
import org.jspecify.annotations.Nullable;

/** A text is no pipe; never leaves the package. */
final class PipeFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Notice notice;

  PipeFault(int start, int end, String wrong, @Nullable String fix) {
    super(wrong, null, false, false);
    this.notice = new Notice(start, Math.max(0, end - start), "taken as text: " + wrong, fix);
  }

  Notice notice() {
    return notice;
  }
}
