// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.change.Inference;
import dev.clew.event.LogEvent;
import org.jspecify.annotations.Nullable;

/**
 * One process that began to run, as one sign shows it.
 *
 * @param at when, nanoseconds since the epoch
 * @param service which program
 * @param host on which machine; null when the sign names none
 * @param before the version that ran until then; null when the sign does not say
 * @param version the version that began; null when the sign does not say
 * @param commit the commit it was built from; null when the sign does not say
 * @param sign what sort of sign it is
 * @param said tells different things that one start says apart
 * @param shown the line
 */
record Start(
    long at,
    String service,
    @Nullable String host,
    @Nullable String before,
    @Nullable String version,
    @Nullable String commit,
    Sign sign,
    String said,
    Inference shown) {

  /** What may show a start, the most telling first. */
  enum Sign {
    VERSION,
    BANNER,
    PROCESS
  }

  static Inference shownBy(LogEvent event, String how) {
    return new Inference(how, event.id(), event.origin().file(), event.origin().line());
  }
}
