// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves files for later that may be the copies a rotation makes, until the rotation is through.
 * Not thread-safe.
 */
final class Rotations implements Identification.Patience {
  private static final List<String> PACKED = List.of(".gz", ".zst", ".bz2", ".xz", ".lz4", ".zip");

  /** How long a copy may stand beside its original before it counts as a file of its own. */
  private static final Duration BESIDE = Duration.ofSeconds(10);

  /** How long copying may take: a file that grows beside another for longer is its own. */
  private static final Duration COPYING = Duration.ofMinutes(30);

  /** How long a compressed file must not have been written to count as whole. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final Map<String, Beside> beside = new HashMap<>();
  private final Map<String, Watched> growing = new HashMap<>();

  private record Beside(Instant first, Instant written) {}

  private record Watched(long size, Instant since) {}

  Rotations(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean waits(String place, boolean growing) {
    Instant now = clock.instant();
    Beside before = beside.getOrDefault(place, new Beside(now, now));
    Beside is = growing ? new Beside(before.first(), now) : before;
    beside.put(place, is);
    return now.isBefore(is.first().plus(COPYING)) && now.isBefore(is.written().plus(BESIDE));
  }

  @Override
  public boolean isNew(String place) {
    Instant now = clock.instant();
    Beside is = beside.computeIfAbsent(place, any -> new Beside(now, now));
    return now.isBefore(is.first().plus(QUIET));
  }

  /** True when the file at {@code place} may still be written by whoever copies or packs it. */
  boolean isGrowing(String place, long size, Instant modified) {
    Instant now = clock.instant();
    if (!modified.isAfter(now) && !now.isBefore(modified.plus(QUIET))) {
      return false;
    }
    Watched before = growing.get(place);
    if (before == null || before.size() != size) {
      growing.put(place, new Watched(size, now));
      return true;
    }
    return now.isBefore(before.since().plus(QUIET));
  }

  /** The file at {@code place} was read, or is gone. */
  void forget(String place) {
    beside.remove(place);
    growing.remove(place);
  }

  /**
   * True when two names differ only in what rotation adds: {@code app.log} and {@code
   * app.log.1.gz}, {@code app-20261121.log} or {@code app.2.log}.
   */
  static boolean isAlike(String place, String other) {
    return !place.equals(other) && stem(place).equals(stem(other));
  }

  /** True when the name says that the file is an older one. */
  static boolean isRotated(String place) {
    String name = name(place);
    return !letters(name).equals(name.replace(".", "").replace("-", "").replace("_", ""));
  }

  /** The place of the file that packing turned into the one at {@code place}. */
  static String unpacked(String place) {
    String file = place.substring(0, place.length() - 1);
    return withoutSuffix(file) + place.substring(file.length());
  }

  private static String withoutSuffix(String name) {
    String plain = name;
    for (String suffix : PACKED) {
      plain = plain.endsWith(suffix) ? plain.substring(0, plain.length() - suffix.length()) : plain;
    }
    return plain;
  }

  private static String stem(String place) {
    return letters(name(place));
  }

  private static String name(String place) {
    String path = place.endsWith("!") ? place.substring(0, place.length() - 1) : place;
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String letters(String name) {
    String plain = withoutSuffix(name);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (".-_".indexOf(c) < 0 && (c < '0' || c > '9')) {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
