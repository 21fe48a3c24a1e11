// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

/**
 * How much is looked at and told.
 *
 * @param fields most fields that are counted, at least 1
 * @param values most values of each that are told, 1 to {@value #MOST_VALUES}
 * @param steps most steps of time, at least 2
 */
public record FacetLimits(int fields, int values, int steps) {
  public static final int MOST_VALUES = 100;

  public FacetLimits {
    if (fields < 1 || values < 1 || values > MOST_VALUES || steps < 2) {
      throw new IllegalArgumentException(
          "no such limits: %d fields, %d values, %d steps".formatted(fields, values, steps));
    }
  }
}
