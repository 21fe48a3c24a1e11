// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.store.Count;
import java.util.List;

/**
 * The requests in which something failed.
 *
 * @param failing how many there are, by their trace ids; when that is not exact, there are more
 *     than a store lists
 * @param earliest those that failed first, {@value #MOST} at most, by their first errors; of those
 *     that the store lists, which are the ones with most errors, when there are more
 */
public record Requests(Count failing, List<Request> earliest) {
  /** Most requests that are told one by one. */
  public static final int MOST = 20;

  public Requests {
    earliest = List.copyOf(earliest);
  }

  /**
   * One request; all its events count, also those that the timeline does not show.
   *
   * @param trace its id
   * @param first time of its earliest event, nanoseconds since the epoch
   * @param last time of its latest event
   * @param firstError time of the first error that the timeline shows
   * @param errors how many of its errors the timeline shows
   * @param events how many events it has
   * @param services that took part, by their first events
   */
  public record Request(
      String trace,
      long first,
      long last,
      long firstError,
      long errors,
      long events,
      List<String> services) {
    public Request {
      services = List.copyOf(services);
    }
  }
}
