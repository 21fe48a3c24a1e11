// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.Restart;
import dev.clew.event.EventTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the starts of one service together: several signs of one start, and the starts of several
 * instances one after another, are one change.
 */
final class Rolls {
  /** How long the next instance of a roll takes to start. */
  private static final long NEXT = Duration.ofMinutes(10).toNanos();

  private static final long LONGEST = Duration.ofHours(1).toNanos();

  /** How long a program says again and again that it starts. */
  private static final long ONE_START = Duration.ofMinutes(5).toNanos();

  /** The same banner again after this long is another start. */
  private static final long AGAIN = Duration.ofSeconds(5).toNanos();

  private Rolls() {}

  /** The changes that {@code starts} are, oldest first. */
  static List<Change> of(List<Start> starts) {
    Map<String, List<Start>> byService = new TreeMap<>();
    starts.stream()
        .sorted(Comparator.comparingLong(Start::at))
        .forEach(
            start ->
                byService.computeIfAbsent(start.service(), none -> new ArrayList<>()).add(start));
    List<Change> changes = new ArrayList<>();
    byService.values().forEach(each -> changes.addAll(ofService(each)));
    changes.sort(Comparator.comparing(Change::time).thenComparing(Change::id));
    return changes;
  }

  private static List<Change> ofService(List<Start> starts) {
    List<Change> changes = new ArrayList<>();
    @Nullable String runs = null;
    for (List<Start> roll : rolls(starts)) {
      @Nullable String before = first(roll, Start::before);
      @Nullable String version = first(roll, Start::version);
      changes.add(change(roll, before == null ? runs : before, version));
      runs = version == null ? runs : version;
    }
    return changes;
  }

  private static List<List<Start>> rolls(List<Start> starts) {
    List<List<Start>> rolls = new ArrayList<>();
    for (Start start : starts) {
      List<Start> last = rolls.isEmpty() ? null : rolls.getLast();
      if (last == null || !continues(last, start)) {
        last = new ArrayList<>();
        rolls.add(last);
      }
      last.add(start);
    }
    return rolls;
  }

  private static boolean continues(List<Start> roll, Start next) {
    @Nullable String version = first(roll, Start::version);
    return next.at() - roll.getLast().at() <= NEXT
        && next.at() - roll.getFirst().at() <= LONGEST
        && (version == null || next.version() == null || version.equals(next.version()));
  }

  private static Change change(
      List<Start> roll, @Nullable String before, @Nullable String version) {
    Start best =
        roll.stream()
            .min(
                Comparator.comparing((Start start) -> start.version() == null)
                    .thenComparing(Start::sign)
                    .thenComparingLong(Start::at))
            .orElseThrow();
    Start first = roll.getFirst();
    @Nullable String commit = first(roll, Start::commit);
    int hosts = (int) roll.stream().map(Start::host).filter(Objects::nonNull).distinct().count();
    boolean other =
        version == null
            ? commit != null && best.sign() == Start.Sign.VERSION
            : before != null && !version.equals(before);
    return other
        ? new Deploy(
            EventTime.instant(first.at()),
            first.service(),
            version,
            commit,
            null,
            before,
            hosts,
            best.shown())
        : new Restart(
            EventTime.instant(first.at()),
            first.service(),
            version,
            count(roll),
            hosts,
            best.shown());
  }

  /** How many processes began: one says so in several ways, and never twice in the same. */
  private static int count(List<Start> roll) {
    Map<String, Start> lastOfHost = new HashMap<>();
    Map<String, Long> saidAt = new HashMap<>();
    int count = 0;
    for (Start start : roll) {
      String host = String.valueOf(start.host());
      String said = host + " " + start.sign() + " " + start.said();
      @Nullable Start last = lastOfHost.get(host);
      @Nullable Long same = saidAt.get(said);
      if (last == null
          || start.at() - last.at() > ONE_START
          || (same != null && start.at() - same > AGAIN)) {
        count++;
        lastOfHost.put(host, start);
        saidAt.keySet().removeIf(key -> key.startsWith(host + " "));
      }
      saidAt.putIfAbsent(said, start.at());
    }
    return count;
  }

  private static @Nullable String first(
      List<Start> roll, Function<Start, @Nullable String> property) {
    return roll.stream().map(property).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
