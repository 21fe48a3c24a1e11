// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import java.util.List;

/**
 * How strongly a service looks like the one where the failure started.
 *
 * @param service its name
 * @param score from 0 to 1; comparable inside one comparison only
 * @param findings what speaks for it, heaviest first
 */
public record RankedService(String service, double score, List<Finding> findings) {
  public RankedService {
    findings = List.copyOf(findings);
  }
}
