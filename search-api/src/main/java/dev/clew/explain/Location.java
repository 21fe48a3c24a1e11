// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import java.util.List;

/**
 * A place in the code that the logs name.
 *
 * @param file as printed in a stack frame, or derived from the name of a class or module
 * @param function as printed; empty when unknown
 * @param line from 1; 0 when unknown
 * @param score from 0 to 1; comparable inside one comparison only
 * @param findings what names it, heaviest first
 */
public record Location(
    String file, String function, int line, double score, List<Finding> findings) {
  public Location {
    findings = List.copyOf(findings);
  }
}
