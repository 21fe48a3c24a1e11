// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.KnownChanges;
import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.GitRepository;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.json.ChangeJson;
import dev.clew.http.json.ChangesJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commits and all other changes on one axis. Thread-safe. */
public final class ChangeLog {
  private static final int MOST_COMMITS = 20_000;
  private static final int MOST_LISTED = 500;

  /** The name that stands for the repository of every service without its own. */
  private static final String ANY_SERVICE = "*";

  private final Map<String, GitRepository> repositories;
  private final KnownChanges changes;
  private final Map<GitRepository, History> histories = new ConcurrentHashMap<>();

  /**
   * @param repositories source code by the service it is of
   * @param changes what people altered, commits apart
   */
  public ChangeLog(Map<String, GitRepository> repositories, KnownChanges changes) {
    this.repositories = repositories;
    this.changes = changes;
  }

  /** What was read of a repository when its head was this commit. */
  private record History(String head, List<Commit> commits) {}

  /** The changes that took effect in {@code range}: the newest when there are very many. */
  public ChangesJson within(TimeRange range) {
    Set<String> commits = new HashSet<>();
    List<ChangeJson> found =
        Stream.concat(commits(), changes.all().stream().map(ChangeJson::of))
            .filter(change -> range.contains(EventTime.nanos(change.time())))
            // a commit of which a hook told as well is one
            .filter(change -> !change.kind().equals("commit") || commits.add(change.id()))
            .sorted(Comparator.comparing(ChangeJson::time).thenComparing(ChangeJson::id))
            .toList();
    int left = Math.max(0, found.size() - MOST_LISTED);
    return new ChangesJson(found.subList(left, found.size()), left == 0);
  }

  /** When {@code service} was deployed last; of the empty name, anything. */
  public Optional<Instant> deployed(String service) {
    return changes.all().stream()
        .filter(Deploy.class::isInstance)
        .filter(deploy -> service.isEmpty() || service.equalsIgnoreCase(deploy.service()))
        .map(Change::time)
        .max(Comparator.naturalOrder());
  }

  /** All deploys that are known, in no order. */
  public List<Deploy> deploys() {
    return changes.all().stream().filter(Deploy.class::isInstance).map(Deploy.class::cast).toList();
  }

  /** The services that changes other than commits name. */
  public SortedSet<String> services() {
    return changes.all().stream()
        .map(Change::service)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<ChangeJson> commits() {
    Map<GitRepository, List<String>> services = new HashMap<>();
    repositories.forEach(
        (service, repository) ->
            services.computeIfAbsent(repository, none -> new ArrayList<>()).add(service));
    return services.entrySet().stream()
        .flatMap(
            entry -> history(entry.getKey()).map(commit -> json(commit, only(entry.getValue()))));
  }

  private Stream<Commit> history(GitRepository repository) {
    Optional<String> head = repository.head();
    if (head.isEmpty()) {
      return Stream.empty();
    }
    return histories
        .compute(
            repository,
            (same, known) ->
                known != null && known.head().equals(head.get())
                    ? known
                    : new History(
                        head.get(), repository.commits(CommitRange.upTo(head.get(), MOST_COMMITS))))
        .commits()
        .stream();
  }

  /** The service whose code it is; null when it is the code of several. */
  private static @Nullable String only(List<String> services) {
    boolean one = services.size() == 1 && !services.getFirst().equals(ANY_SERVICE);
    return one ? services.getFirst() : null;
  }

  private static ChangeJson json(Commit commit, @Nullable String service) {
    return new ChangeJson(
        "commit", commit.time(), service, commit.id(), commit.subject(), commit.author(), null);
  }
}
