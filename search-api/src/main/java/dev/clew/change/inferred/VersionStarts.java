// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts told by a field that says which version or build wrote the event. */
final class VersionStarts {
  /** Fields besides {@code version} that name what was built, as loggers and platforms do. */
  static final List<String> COMMITS =
      List.of(
          "commit", "commit_id", "git.commit", "git_commit", "git_sha", "vcs.ref.head.revision");

  private static final List<String> BUILDS =
      List.of("build", "build_id", "release", "app_version", "image_tag", "container.image.tags");

  /** More values than this are no versions. */
  private static final int MOST_VERSIONS = 20;

  private static final int MOST_HOSTS = 50;
  private static final int PIECES = 200;

  /** How long a roll over all hosts takes. */
  private static final long ROLL = Duration.ofHours(1).toNanos();

  private final Signs signs;

  VersionStarts(Signs signs) {
    this.signs = signs;
  }

  /** Looks at the services that name more than one version. */
  void find(Map<String, Probe> probes) {
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    signs.versions().stream()
        .filter(group -> !group.keys().get(0).isEmpty() && !group.keys().get(1).isEmpty())
        .forEach(
            group ->
                versions
                    .computeIfAbsent(group.keys().get(0), none -> new LinkedHashSet<>())
                    .add(group.keys().get(1)));
    probes.forEach(
        (service, probe) -> {
          int several = versions.getOrDefault(service, Set.of()).size();
          if (several > 1) {
            find(service, "version", several);
          } else {
            probe
                .differing(COMMITS)
                .or(() -> probe.differing(BUILDS))
                .ifPresent(field -> find(service, field, 2));
          }
        });
  }

  private void find(String service, String field, int values) {
    if (values > MOST_VERSIONS) {
      signs.note(
          "%s names %d values as %s: too many to be versions of a program"
              .formatted(service, values, field));
      return;
    }
    Query of = new Query.Is("service", service);
    Stints all = Stints.of(pieces(of, field));
    if (all.reason().isEmpty()) {
      all.turns().forEach(turn -> add(service, null, field, turn));
      return;
    }
    List<String> hosts =
        signs.groups(of, List.of(new ByField("host"))).groups().stream()
            .map(group -> group.keys().getFirst())
            .filter(host -> !host.isEmpty())
            .toList();
    boolean told = false;
    for (String host : hosts.size() > MOST_HOSTS ? List.<String>of() : hosts) {
      Stints own = Stints.of(pieces(Query.and(List.of(of, new Query.Is("host", host))), field));
      own.turns().forEach(turn -> add(service, host, field, turn));
      told |= !own.turns().isEmpty();
    }
    if (!told) {
      signs.note(
          "%s: values of %s %s, so when one took over is not known"
              .formatted(service, field, all.reason().get()));
    }
  }

  private List<Stints.Seen> pieces(Query of, String field) {
    Groups whole = signs.groups(of, List.of(new ByField("service")));
    if (whole.groups().isEmpty()) {
      return List.of();
    }
    long first = whole.groups().getFirst().first();
    long length = whole.groups().getFirst().last() - first;
    Grouping pieces = new Grouping.ByTime(Math.max(1, length / PIECES + 1), first);
    return signs.groups(of, List.of(new ByField(field), pieces)).groups().stream()
        .filter(group -> !group.keys().getFirst().isEmpty())
        .map(
            group ->
                new Stints.Seen(
                    group.keys().getFirst(), group.count(), group.first(), group.last()))
        .toList();
  }

  private void add(String service, @Nullable String host, String field, Stints.Turn turn) {
    List<Query> parts = new ArrayList<>();
    parts.add(new Query.Is("service", service));
    parts.add(new Query.Is(field, turn.after()));
    Optional.ofNullable(host).ifPresent(name -> parts.add(new Query.Is("host", name)));
    List<LogEvent> event =
        signs.events(
            Query.and(parts), TimeRange.around(turn.at(), turn.at()), Order.OLDEST_FIRST, 1);
    if (event.isEmpty()) {
      return;
    }
    Query of = Query.and(parts);
    signs
        .groups(
            of,
            TimeRange.around(turn.at(), Math.min(turn.at(), Long.MAX_VALUE - ROLL) + ROLL),
            List.of(new ByField("host")))
        .groups()
        .forEach(
            each ->
                add(service, each.keys().getFirst(), each.first(), field, turn, event.getFirst()));
  }

  private void add(
      String service, String host, long at, String field, Stints.Turn turn, LogEvent event) {
    boolean commit = COMMITS.contains(field);
    signs.add(
        new Start(
            at,
            service,
            host.isEmpty() ? null : host,
            commit ? null : turn.before(),
            commit ? null : turn.after(),
            commit ? turn.after() : Names.commit(event),
            Start.Sign.VERSION,
            field,
            Start.shownBy(
                event,
                "first event with %s %s after %s".formatted(field, turn.after(), turn.before()))));
  }
}
