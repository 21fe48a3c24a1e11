// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignificanceTest {
  @Test
  void isZeroWhereCountsFitTheRatio() {
    assertThat(Significance.signedRoot(300, 100, 3)).isCloseTo(0, within(1e-6));
  }

  @Test
  void isPositiveForMoreAndNegativeForLess() {
    assertThat(Significance.signedRoot(30, 10, 1)).isGreaterThan(3);
    assertThat(Significance.signedRoot(10, 30, 1)).isLessThan(-3);
  }

  @Test
  void comparesSharesWhateverTheSizes() {
    assertThat(Significance.signedRootOfShares(50, 100, 500, 1000)).isCloseTo(0, within(1e-6));
    assertThat(Significance.signedRootOfShares(0, 20, 5, 5)).isLessThan(-4);
  }

  @Test
  void givesTheTailOfTheNormalDistribution() {
    assertThat(Significance.pValue(1.96)).isCloseTo(0.05, within(1e-4));
    assertThat(Significance.pValue(-3)).isCloseTo(0.0027, within(1e-5));
  }

  @Test
  void believesOnlyWhatStandsOutOfTheFamily() {
    double[] pValues = {0.001, 0.04, 0.8, 0.6, 0.9};

    assertThat(Significance.discoveries(pValues, 0.05))
        .containsExactly(true, false, false, false, false);
  }

  @Test
  void isNotMovedByOutliers() {
    assertThat(Significance.median(new double[] {1, 2, 3, 1000})).isEqualTo(2.5);
    assertThat(Significance.robustDeviation(new double[] {1, 2, 3, 4, 1000}))
        .isCloseTo(1.4826, within(1e-9));
  }
}
