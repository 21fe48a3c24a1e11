// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.event.LogEvent;
import java.util.Optional;

/**
 * What gave an event its time.
 *
 * @param name of the host; where events name none, of the service, which stands in for it
 * @param host whether it is a host
 */
public record Clock(String name, boolean host) {

  /** The clock of {@code event}; empty when it names neither host nor service. */
  public static Optional<Clock> of(LogEvent event) {
    if (event.host() != null) {
      return Optional.of(new Clock(event.host(), true));
    }
    return Optional.ofNullable(event.service()).map(service -> new Clock(service, false));
  }
}
