// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestMomentTest {
  private static final long NOON = 1_773_748_800_000_000_000L;

  @Test
  void putsAWholeSecondAfterAnyMomentWithinIt() {
    assertThat(LatestMoment.of(NOON)).isGreaterThan(LatestMoment.of(NOON + 558_000_000L));
    assertThat(LatestMoment.of(NOON)).isLessThan(NOON + 1_000_000_000L);
  }

  @Test
  void keepsTheOrderOfTimesOfEqualPrecision() {
    assertThat(LatestMoment.of(NOON)).isLessThan(LatestMoment.of(NOON + 1_000_000_000L));
    assertThat(LatestMoment.of(NOON + 1_000_000L)).isLessThan(LatestMoment.of(NOON + 2_000_000L));
    assertThat(LatestMoment.of(NOON + 1)).isEqualTo(NOON + 1);
  }
}
