// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTestTest {
  @Test
  void agreesWithCountingAllTables() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      int here = 1 + random.nextInt(40);
      int there = 1 + random.nextInt(40);
      Shares shares = new Shares(random.nextInt(here + 1), here, random.nextInt(there + 1), there);
      assertThat(ExactTest.ofShares(shares)).isCloseTo(counted(shares), within(1e-10));
    }
  }

  private static double counted(Shares shares) {
    int having = (int) shares.both();
    int size = (int) (shares.allHere() + shares.allThere());
    if (having == 0 || having == size) {
      return 1;
    }
    BigInteger up = BigInteger.ZERO;
    BigInteger down = BigInteger.ZERO;
    for (int k = 0; k <= Math.min(having, shares.allHere()); k++) {
      BigInteger ways = choose(having, k).multiply(choose(size - having, shares.allHere() - k));
      up = k >= shares.here() ? up.add(ways) : up;
      down = k <= shares.here() ? down.add(ways) : down;
    }
    boolean more = shares.here() * (double) size >= (double) having * shares.allHere();
    double all = choose(size, shares.allHere()).doubleValue();
    return Math.min(1, 2 * (more ? up : down).doubleValue() / all);
  }

  private static BigInteger choose(long of, long taken) {
    if (taken < 0 || taken > of) {
      return BigInteger.ZERO;
    }
    BigInteger ways = BigInteger.ONE;
    for (long i = 1; i <= taken; i++) {
      ways = ways.multiply(BigInteger.valueOf(of - taken + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  @Test
  void comparesRatesByTheBinomialDistribution() {
    // ten or more heads of twelve throws: 79 of 4096
    assertThat(ExactTest.ofRates(10, 2, 1)).isCloseTo(2 * 79 / 4096.0, within(1e-12));
    assertThat(ExactTest.ofRates(0, 5, 2)).isCloseTo(2 * Math.pow(1 / 3.0, 5), within(1e-12));
    assertThat(ExactTest.ofRates(0, 0, 1)).isEqualTo(1);
  }

  @Test
  void staysExactForMillions() {
    assertThat(ExactTest.ofShares(new Shares(500_000, 1_000_000, 500_000, 1_000_000)))
        .isCloseTo(1, within(1e-6));
    assertThat(ExactTest.ofShares(new Shares(501_000, 1_000_000, 500_000, 1_000_000)))
        .isCloseTo(0.1576, within(1e-3));
    assertThat(ExactTest.ofShares(new Shares(900_000, 1_000_000, 100_000, 1_000_000))).isZero();
  }

  @Test
  void measuresSharesAsCohenDoes() {
    // the example of his chapter 6: 65 % against 45 %
    assertThat(Effect.ofShares(0.65, 0.45)).isCloseTo(0.404, within(5e-3));
    assertThat(Effect.ofShares(1, 0)).isEqualTo(Math.PI);
    assertThat(Effect.ofNumbers(-1, 1)).isEqualTo(-Math.PI);
    assertThat(Effect.ofNumbers(1, 0.1)).isEqualTo(Effect.ofShares(0.1, 0));
  }

  @Test
  void ranksAsComparingAllPairsDoes() {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      double[] here = random.ints(1 + random.nextInt(30), 0, 12).asDoubleStream().toArray();
      double[] there = random.ints(1 + random.nextInt(30), 0, 12).asDoubleStream().toArray();
      double sum = 0;
      for (double one : here) {
        for (double other : there) {
          sum += Math.signum(one - other);
        }
      }
      RankTest test = RankTest.of(here, there);
      assertThat(test.dominance()).isCloseTo(sum / (here.length * there.length), within(1e-12));
      assertThat(test.p()).isBetween(0.0, 1.0);
    }
  }
}
