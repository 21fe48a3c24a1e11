// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

/**
 * Tells whether a pattern is more or less frequent than before. Counts are compared as rates, since
 * the two stretches of time may differ in length; the difference of two Poisson counts, scaled to
 * the same length, counts as one when it exceeds three standard deviations and half as much again.
 *
 * @param now nanoseconds that the present counts cover
 * @param before nanoseconds that the earlier counts cover
 * @param eventsBefore events of any pattern in the earlier time; without any, nothing can be told
 */
record PatternRates(double now, double before, long eventsBefore) {
  private static final double DEVIATIONS = 3;
  private static final double RATIO = 1.5;

  /** new, gone, more, less, or same when no difference is known. */
  String kind(long count, long countBefore) {
    if (eventsBefore == 0) {
      return "same";
    }
    if (countBefore == 0) {
      return "new";
    }
    if (count == 0) {
      return "gone";
    }
    double scale = now / before;
    double expected = countBefore * scale;
    double deviation = Math.sqrt(count + expected * scale);
    if (Math.abs(count - expected) < DEVIATIONS * deviation) {
      return "same";
    }
    if (count >= expected * RATIO) {
      return "more";
    }
    return count * RATIO <= expected ? "less" : "same";
  }
}
