// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.StackTrace;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two sets of events; each list best first.
 *
 * @param services by how strongly they look like where it started
 * @param locations code places the failing events name
 * @param patterns those whose rate differs by more than chance
 * @param onset when the failure began; empty when no error pattern rose
 * @param exceptions one of each kind that the failing events carry
 * @param remarks what the comparison lacked, or that nothing differs
 */
public record Comparison(
    List<RankedService> services,
    List<Location> locations,
    List<PatternChange> patterns,
    Optional<Onset> onset,
    List<StackTrace> exceptions,
    List<Finding> remarks) {
  public Comparison {
    services = List.copyOf(services);
    locations = List.copyOf(locations);
    patterns = List.copyOf(patterns);
    exceptions = List.copyOf(exceptions);
    remarks = List.copyOf(remarks);
  }
}
