// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.source.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files and folders that are followed, and what went wrong with them. Thread-safe. */
public final class Followed {
  private static final int MOST_FAILURES = 1_000;

  private final List<Path> paths;
  private final InstantSource clock;
  private final LinkedHashMap<String, Failure> failures = new LinkedHashMap<>();

  /**
   * Something that could not be read.
   *
   * @param at when that was seen last
   */
  public record Failure(Problem problem, Instant at) {}

  /**
   * @param paths as they were given
   */
  public Followed(List<Path> paths, InstantSource clock) {
    this.paths = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    this.clock = clock;
  }

  /** Nothing is followed. */
  public static Followed nothing() {
    return new Followed(List.of(), InstantSource.system());
  }

  /** The files and folders. */
  public List<Path> paths() {
    return paths;
  }

  /** The one that {@code place}, as bookmarks and accounts name it, is or is in. */
  public Optional<Path> over(String place) {
    return paths.stream()
        .filter(path -> place.startsWith(path + "!") || place.startsWith(path + "/"))
        .findFirst();
  }

  /** Something of it cannot be read. */
  public synchronized void failed(Problem problem) {
    failures.put(problem.name(), new Failure(problem, clock.instant()));
    if (failures.size() > MOST_FAILURES) {
      failures.pollFirstEntry();
    }
  }

  /** What could not be read, by the name that people call it. */
  public synchronized Map<String, Failure> failures() {
    return Map.copyOf(failures);
  }
}
