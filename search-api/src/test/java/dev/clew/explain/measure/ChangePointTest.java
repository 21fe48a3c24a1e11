// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangePointTest {
  @Test
  void findsWhereTheRateRises() {
    assertThat(ChangePoint.find(new long[] {1, 0, 1, 0, 9, 8, 9}, 0, 0)).contains(4);
  }

  @Test
  void passesOverAStraggler() {
    assertThat(ChangePoint.find(new long[] {0, 1, 0, 0, 0, 0, 0, 20, 20}, 0, 0)).contains(7);
  }

  @Test
  void startsAtOnceWhereTheBaselineWasQuiet() {
    assertThat(ChangePoint.find(new long[] {5, 5, 5}, 0, 10)).contains(0);
  }

  @Test
  void findsNoneInASteadyRate() {
    assertThat(ChangePoint.find(new long[] {5, 4, 6, 5, 5, 4}, 5, 10)).isEmpty();
  }

  @Test
  void findsNoneInAFallingRate() {
    assertThat(ChangePoint.find(new long[] {20, 20, 1, 0}, 0, 0)).isEmpty();
  }
}
