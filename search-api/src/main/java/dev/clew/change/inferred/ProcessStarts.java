// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups.Group;
import dev.clew.store.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Starts told by a process that another one replaces for good. Workers, forked processes and jobs
 * come and go: several that run side by side, or many, or short ones, tell nothing.
 */
final class ProcessStarts {
  private static final List<String> FIELDS = List.of("pid", "process.pid", "process_id");

  /** More processes than this of one service on one host are workers or jobs. */
  private static final int MOST_PROCESSES = 12;

  private static final long SHORTEST = Duration.ofMinutes(1).toNanos();
  private static final int FEWEST_EVENTS = 3;

  /** A daemon is back soon: the time without one is at most this part of the time with one. */
  private static final double LONGEST_GAP = 0.2;

  private final Signs signs;

  ProcessStarts(Signs signs) {
    this.signs = signs;
  }

  /** Looks at the services whose first and last event come from different processes. */
  void find(Map<String, Probe> probes) {
    probes.forEach(
        (service, probe) -> probe.differing(FIELDS).ifPresent(field -> find(service, field)));
  }

  private void find(String service, String field) {
    Map<String, List<Group>> byHost = new TreeMap<>();
    signs
        .groups(new Query.Is("service", service), List.of(new ByField("host"), new ByField(field)))
        .groups()
        .stream()
        .filter(group -> !group.keys().get(1).isEmpty())
        .forEach(
            group ->
                byHost.computeIfAbsent(group.keys().get(0), none -> new ArrayList<>()).add(group));
    Map<String, List<String>> unclear = new TreeMap<>();
    byHost.forEach(
        (host, processes) ->
            unclear(processes)
                .ifPresentOrElse(
                    reason -> unclear.computeIfAbsent(reason, none -> new ArrayList<>()).add(host),
                    () -> find(service, host, field, sorted(processes))));
    unclear.forEach((reason, hosts) -> signs.note(note(service, reason, hosts)));
  }

  private static String note(String service, String reason, List<String> hosts) {
    String where =
        hosts.size() > 1
            ? " on %,d hosts".formatted(hosts.size())
            : hosts.getFirst().isEmpty() ? "" : " on " + hosts.getFirst();
    return "%s%s: %s, so no restart is inferred from process ids".formatted(service, where, reason);
  }

  private void find(String service, String host, String field, List<Group> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      add(service, host, field, sorted.get(i - 1), sorted.get(i));
    }
  }

  private static List<Group> sorted(List<Group> processes) {
    return processes.stream().sorted(Comparator.comparingLong(Group::first)).toList();
  }

  /** Why the processes are no daemon and its successors; empty when they are. */
  static Optional<String> unclear(List<Group> processes) {
    if (processes.size() > MOST_PROCESSES) {
      return Optional.of("more than %d processes, as of workers or jobs".formatted(MOST_PROCESSES));
    }
    List<Group> sorted = sorted(processes);
    for (int i = 1; i < sorted.size(); i++) {
      Group before = sorted.get(i - 1);
      Group after = sorted.get(i);
      if (after.first() <= before.last()) {
        return Optional.of("processes run side by side");
      }
      long gap = after.first() - before.last();
      if (isBrief(before, gap) || isBrief(after, gap)) {
        return Optional.of("processes are too short to tell a daemon from jobs");
      }
    }
    return Optional.empty();
  }

  private static boolean isBrief(Group process, long gap) {
    long length = process.last() - process.first();
    return process.count() < FEWEST_EVENTS || length < SHORTEST || gap > LONGEST_GAP * length;
  }

  private void add(String service, String host, String field, Group before, Group after) {
    String pid = after.keys().get(1);
    List<LogEvent> event =
        signs.events(
            Query.and(List.of(new Query.Is("service", service), new Query.Is(field, pid))),
            TimeRange.around(after.first(), after.first()),
            Order.OLDEST_FIRST,
            1);
    if (!event.isEmpty()) {
      signs.add(
          new Start(
              after.first(),
              service,
              host.isEmpty() ? null : host,
              null,
              event.getFirst().version(),
              Names.commit(event.getFirst()),
              Start.Sign.PROCESS,
              field,
              Start.shownBy(
                  event.getFirst(),
                  "process %s in place of %s".formatted(pid, before.keys().get(1)))));
    }
  }
}
