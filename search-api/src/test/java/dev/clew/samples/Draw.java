// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.List;
import java.util.SplittableRandom;

/** Everything that is left to chance, from one seed; a stream of its own for each purpose. */
public final class Draw {

  private final SplittableRandom random;

  public Draw(long seed, String purpose) {
    long mixed = seed;
    for (int i = 0; i < purpose.length(); i++) {
      mixed = mixed * 1_000_003 + purpose.charAt(i);
    }
    this.random = new SplittableRandom(mixed);
  }

  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  public int from(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public long fromLong(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  public double uniform() {
    return random.nextDouble();
  }

  /** The pause until the next arrival, in milliseconds. */
  public long pause(double perMinute) {
    return Math.max(1, (long) (-StrictMath.log(1 - random.nextDouble()) * 60_000 / perMinute));
  }

  /** Around a middle value, with a long tail upwards. */
  public int around(double middle, double spread) {
    double bell = -6;
    for (int i = 0; i < 12; i++) {
      bell += random.nextDouble();
    }
    return (int) Math.max(1, StrictMath.rint(middle * StrictMath.exp(spread * bell)));
  }

  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  public String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    while (text.length() < digits) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
