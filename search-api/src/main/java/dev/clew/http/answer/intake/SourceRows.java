// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.event.EventTime;
import dev.clew.http.json.intake.SourcesJson.AccountJson;
import dev.clew.http.json.intake.SourcesJson.RowJson;
import dev.clew.ingest.bookmark.Account;
import dev.clew.intake.Followed;
import dev.clew.intake.ImportStatus;
import dev.clew.intake.Imports;
import dev.clew.intake.Intake;
import dev.clew.intake.Standing;
import dev.clew.query.Query;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A row for each source, put together from the store, the accounts, and what is followed. */
final class SourceRows {
  private final Map<String, Group> files = new TreeMap<>();
  private final Map<String, Set<String>> services;
  private final Map<String, Set<String>> hosts;
  private final Map<String, List<Account>> accounts;
  private final Recent recent;
  private final Intake intake;
  private final Instant now;

  SourceRows(
      Groups files,
      Groups services,
      Groups hosts,
      Recent recent,
      Map<String, Account> accounts,
      Intake intake,
      Instant now) {
    files.groups().forEach(group -> this.files.put(group.keys().getFirst(), group));
    this.services = second(services);
    this.hosts = second(hosts);
    this.accounts = accounts.values().stream().collect(Collectors.groupingBy(Account::file));
    this.recent = recent;
    this.intake = intake;
    this.now = now;
  }

  private static Map<String, Set<String>> second(Groups groups) {
    Map<String, Set<String>> values = new TreeMap<>();
    for (Group group : groups.groups()) {
      String value = group.keys().getLast();
      if (!value.isEmpty()) {
        values.computeIfAbsent(group.keys().getFirst(), any -> new TreeSet<>()).add(value);
      }
    }
    return values;
  }

  List<RowJson> all() {
    List<RowJson> rows = new ArrayList<>();
    files.forEach((name, events) -> rows.add(row(name, events)));
    Map<Path, String> never = neverSeen();
    Map<String, Followed.Failure> failures = intake.followed().failures();
    failures.forEach(
        (name, failure) -> {
          Path path = Path.of(name).toAbsolutePath().normalize();
          if (never.containsKey(path)) {
            never.put(path, failure.problem().reason() + "; " + failure.problem().advice());
          } else if (!files.containsKey(name)) {
            rows.add(without(name, Standing.failing(failure)));
          }
        });
    never.forEach((path, why) -> rows.add(without(path.toString(), Standing.neverSeen(why))));
    return rows;
  }

  /** The paths that are followed and gave nothing, each with what there is to say of it. */
  private Map<Path, String> neverSeen() {
    Map<Path, String> never = new TreeMap<>();
    for (Path path : intake.followed().paths()) {
      if (accounts.values().stream().flatMap(List::stream).noneMatch(each -> isIn(path, each))) {
        never.put(path, "");
      }
    }
    return never;
  }

  private boolean isIn(Path path, Account account) {
    return intake.followed().over(account.place()).filter(path::equals).isPresent();
  }

  private RowJson row(String name, Group events) {
    List<Account> known = accounts.getOrDefault(name, List.of());
    boolean followed =
        known.stream().anyMatch(each -> intake.followed().over(each.place()).isPresent());
    boolean handedIn = known.stream().anyMatch(this::isUpload);
    Standing standing = standing(name, events, followed, handedIn);
    return new RowJson(
        name,
        kind(known, followed),
        standing.state().word(),
        standing.why(),
        events.count(),
        EventTime.instant(events.first()),
        EventTime.instant(events.last()),
        followed
            ? (Double) (recent.minutes().getOrDefault(name, 0L) / (double) Recent.RATE.toMinutes())
            : null,
        List.copyOf(services.getOrDefault(name, Set.of())),
        List.copyOf(hosts.getOrDefault(name, Set.of())),
        known.size(),
        new Query.Is("file", name).toString(),
        known.isEmpty() ? null : AccountJson.of(known),
        intake.lines().count(name));
  }

  private RowJson without(String name, Standing standing) {
    return new RowJson(
        name,
        "followed",
        standing.state().word(),
        standing.why(),
        0,
        null,
        null,
        0.0,
        List.of(),
        List.of(),
        0,
        new Query.Is("file", name).toString(),
        null,
        intake.lines().count(name));
  }

  private Standing standing(String name, Group events, boolean followed, boolean handedIn) {
    if (isRead(name)) {
      return Standing.reading();
    }
    return followed
        ? Standing.followed(
            events,
            recent.late().getOrDefault(name, 0L),
            intake.followed().failures().get(name),
            now)
        : Standing.atRest(handedIn);
  }

  private boolean isRead(String name) {
    Imports imports = intake.imports();
    return imports != null
        && imports.all().stream()
            .filter(each -> each.state() == ImportStatus.State.READING)
            .anyMatch(each -> name.equals(each.name()) || name.startsWith(each.name() + "!"));
  }

  private String kind(List<Account> known, boolean followed) {
    if (known.isEmpty()) {
      return "unknown";
    }
    if (followed) {
      return "followed";
    }
    Account one = known.getFirst();
    if (isUpload(one)) {
      return "upload";
    }
    if (one.place().startsWith("-!")) {
      return "stdin";
    }
    return one.place().endsWith("!") ? "file" : "archive";
  }

  private boolean isUpload(Account account) {
    Imports imports = intake.imports();
    return imports != null && imports.isBelow(account.place());
  }
}
