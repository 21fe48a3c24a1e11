// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import java.util.Arrays;
import java.util.Optional;

/** Numbers of one name, in the order of their events. */
public final class Series {
  private static final int SHORTEST = 12;
  private static final double GROWS = 0.9;

  private double[] numbers = new double[8];
  private int size;
  private Dimension dimension = Dimension.NUMBER;
  private boolean mixed;

  /** Takes what {@code text} says; anything else than numbers of one dimension spoils the series. */
  public void add(String text) {
    Optional<Quantity> read = quantity(text);
    if (read.isEmpty() || (size > 0 && read.get().dimension() != dimension)) {
      mixed = true;
      return;
    }
    dimension = read.get().dimension();
    add(read.get().value().doubleValue());
  }

  public void add(double number) {
    numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
    numbers[size++] = number;
  }

  public void of(Dimension known) {
    dimension = known;
  }

  private static Optional<Quantity> quantity(String text) {
    boolean numeric =
        !text.isEmpty() && text.length() <= 24 && Character.isDigit(text.charAt(text.length() - 1));
    boolean unit = !text.isEmpty() && text.length() <= 24 && isNumberStart(text.charAt(0));
    return numeric || unit ? Quantity.of(text) : Optional.empty();
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
