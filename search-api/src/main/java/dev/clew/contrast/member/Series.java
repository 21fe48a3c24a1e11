// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import java.util.Arrays;
import java.util.Optional;

/** Numbers of one name, in the order of their events. */
public final class Series {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 24;
  private static final double GROWS = 0.9;

  private double[] numbers = new double[8];
  private int size;
  private Dimension dimension = Dimension.NUMBER;
  private boolean mixed;

  /** Takes a value; anything else than numbers of one dimension spoils the series. */
  void add(Optional<Quantity> value) {
    if (value.isEmpty() || (size > 0 && value.get().dimension() != dimension)) {
      mixed = true;
      return;
    }
    dimension = value.get().dimension();
    numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
    numbers[size++] = value.get().value().doubleValue();
  }

  /** The number that {@code text} is, with its unit; empty for what is none. */
  static Optional<Quantity> quantity(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isNumberStart(text.charAt(0))) {
      return Optional.empty();
    }
    return Quantity.of(text);
  }

  private static boolean isNumberStart(char c) {
    return Character.isDigit(c) || c == '-' || c == '+' || c == '.';
  }

  public int size() {
    return size;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** True when all values were numbers of one dimension. */
  public boolean isPure() {
    return !mixed && size > 0;
  }

  public double[] numbers() {
    return Arrays.copyOf(numbers, size);
  }

  public long different() {
    return Arrays.stream(numbers, 0, size).distinct().count();
  }

  /**
   * True for what only grows, as numbers of orders and positions in files do: it tells the time, so
   * two times differ in it and nothing is learned.
   */
  public boolean grows() {
    if (size < SHORTEST) {
      return false;
    }
    int up = 0;
    int down = 0;
    // far neighbours, since several writers may count side by side
    int apart = size / 3;
    for (int i = 0; i + apart < size; i++) {
      up += numbers[i + apart] > numbers[i] ? 1 : 0;
      down += numbers[i + apart] < numbers[i] ? 1 : 0;
    }
    double all = size - apart;
    return up >= GROWS * all || down >= GROWS * all;
  }
}
