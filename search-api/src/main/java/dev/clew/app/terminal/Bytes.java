// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.util.Locale;

/** Sizes in words. */
public final class Bytes {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Bytes() {}

  /** {@code bytes} in the largest unit (of 1000) that leaves a number of at least 1. */
  public static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
