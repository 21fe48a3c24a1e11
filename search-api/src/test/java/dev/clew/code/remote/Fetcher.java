// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens places with a cache folder of the test, and keeps what was noted. */
final class Fetcher {
  static final FetchLimits SMALL =
      new FetchLimits(Duration.ofSeconds(4), Duration.ofSeconds(2), 4L << 20, 1_000, 1L << 20);

  private final Path cache;
  final List<String> notes = new ArrayList<>();
  final Map<String, String> environment = new HashMap<>();
  Instant now = Instant.parse("2026-03-02T10:00:00Z");
  FetchLimits limits = SMALL;

  Fetcher(Path cache) {
    this.cache = cache;
  }

  GitRepository open(String place, String... allowed) {
    return new Opener(
            new Fetching(
                AllowedHosts.parse(List.of(allowed)),
                limits,
                Optional.of(cache),
                () -> now,
                environment::get,
                notes::add))
        .open(Place.parse(place));
  }
}
