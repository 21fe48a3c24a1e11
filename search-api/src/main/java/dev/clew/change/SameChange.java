// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a change that the logs give away is one that somebody told of: what was told wins. */
public final class SameChange {
  /** How long a pipeline takes at most from telling of a deploy until the program runs. */
  private static final Duration APART = Duration.ofMinutes(15);

  /** How long the restart takes that belongs to it; a later one may be a crash. */
  private static final Duration RESTART = Duration.ofMinutes(5);

  private SameChange() {}

  /** {@code told}, and those of {@code inferred} that nobody told of. */
  public static List<Change> join(List<Change> told, List<Change> inferred) {
    if (inferred.isEmpty()) {
      return told;
    }
    Map<String, List<Deploy>> byService = new HashMap<>();
    for (Change change : told) {
      if (change instanceof Deploy deploy && deploy.service() != null) {
        byService.computeIfAbsent(folded(deploy.service()), none -> new ArrayList<>()).add(deploy);
      }
    }
    List<Change> all = new ArrayList<>(told);
    for (Change change : inferred) {
      List<Deploy> deploys = byService.getOrDefault(folded(change.service()), List.of());
      if (deploys.stream().noneMatch(deploy -> isSame(deploy, change))) {
        all.add(change);
      }
    }
    return List.copyOf(all);
  }

  private static boolean isSame(Deploy told, Change inferred) {
    Duration apart = Duration.between(told.time(), inferred.time()).abs();
    return switch (inferred) {
      case Deploy deploy ->
          apart.compareTo(APART) <= 0
              && (agree(told.version(), deploy.version())
                  || isPrefix(told.commit(), deploy.commit()));
      case Restart restart ->
          apart.compareTo(RESTART) <= 0 && agree(told.version(), restart.version());
      case ConfigChange config -> false;
      case FlagChange flag -> false;
      case PushedCommit commit -> false;
    };
  }

  /** True when neither says what the other denies: {@code v2.4.0} is {@code 2.4.0}. */
  private static boolean agree(@Nullable String one, @Nullable String other) {
    return one == null || other == null || plain(one).equals(plain(other));
  }

  private static boolean isPrefix(@Nullable String one, @Nullable String other) {
    return one != null
        && other != null
        && Math.min(one.length(), other.length()) >= 7
        && (one.startsWith(other) || other.startsWith(one));
  }

  private static String plain(String version) {
    String folded = folded(version);
    return folded.startsWith("v") ? folded.substring(1) : folded;
  }

  private static String folded(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
