package com.acme.rail.booking;

import java.util.concurrent.ThreadLocalRandom;

final class BookingNumbers {

  private BookingNumbers() {}

  static String next() {
    return "B" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  }
}
