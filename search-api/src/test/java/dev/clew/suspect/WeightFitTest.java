// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightFitTest {
  private static final double[] SAME_SCALE = {1, 1, 1};
  private static final double[] NOTHING = {0, 0, 0};

  @Test
  void trustsTheClueThatTellsAndNeitherNoiseNorWhatPointsElsewhere() {
    double[] weights = fit(NOTHING, 1);
    assertThat(weights[0]).isGreaterThan(2);
    assertThat(weights[1]).isLessThan(0.5);
    assertThat(weights[2]).isZero();
  }

  @Test
  void staysWithWhatIsExpectedWhereTheRidgeIsSteep() {
    assertThat(fit(new double[] {0.5, 0.25, 0.1}, 1e6))
        .usingComparatorWithPrecision(0.01)
        .containsExactly(0.5, 0.25, 0.1);
  }

  private static double[] fit(double[] expected, double ridge) {
    Random random = new Random(7);
    List<ClueValues> cases = new ArrayList<>();
    for (int c = 0; c < 40; c++) {
      List<double[]> values = new ArrayList<>();
      List<Boolean> introducing = new ArrayList<>();
      for (int k = 0; k < 20; k++) {
        boolean right = k == 3;
        values.add(
            new double[] {
              random.nextDouble() * 0.5 + (right ? 0.5 : 0),
              random.nextDouble(),
              right ? 0 : random.nextDouble()
            });
        introducing.add(right);
      }
      cases.add(new ClueValues("case" + c, "a/b", "made up", "crash", values, introducing));
    }
    double[] alike = new double[cases.size()];
    Arrays.fill(alike, 1);
    return new WeightFit(cases, alike, SAME_SCALE, expected, ridge).weights();
  }
}
