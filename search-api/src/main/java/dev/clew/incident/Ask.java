// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question to Clew's own API.
 *
 * @param path of a reading route, with its path parameters filled in: {@code /api/events/4bd1…}
 * @param parameters those of the query, by name, in the order of their names
 */
public record Ask(String path, Map<String, String> parameters) {
  public Ask {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
