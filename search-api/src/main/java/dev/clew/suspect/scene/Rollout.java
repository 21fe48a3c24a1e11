// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.GitRepository;
import dev.clew.code.Versions;
import dev.clew.code.home.Home;
import dev.clew.code.home.Homes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which deploy brought which commit to which service. */
public final class Rollout {
  /** Most deploys that are looked at for one whose commit is known. */
  private static final int MAX_ASKED = 50;

  /** Most commits that one deploy is taken to bring. */
  private static final int MAX_COMMITS = 2_000;

  /** What the first known deploy of a service brings: what was committed this long before it. */
  private static final Duration FIRST_REACH = Duration.ofDays(14);

  private final Map<String, List<Brought>> byCommit = new HashMap<>();
  private final Set<String> elsewhere = new HashSet<>();
  private final List<Deploy> unresolved = new ArrayList<>();
  private boolean known;

  /**
   * A commit that a deploy brought.
   *
   * @param deploy the deploy
   * @param commits how many commits it brought
   * @param head true for the commit that was deployed by name
   * @param after what ran before; null for the first deploy that is known
   * @param to what was deployed
   */
  public record Brought(
      Deploy deploy, int commits, boolean head, @Nullable String after, String to) {}

  /** Follows the deploys of {@code changes} in one repository. */
  static Rollout of(GitRepository repository, List<Change> changes) {
    Rollout rollout = new Rollout();
    Map<String, List<Deploy>> byService = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Deploy deploy) {
        byService
            .computeIfAbsent(String.valueOf(deploy.service()), service -> new ArrayList<>())
            .add(deploy);
      }
    }
    byService.values().forEach(deploys -> rollout.follow(repository, deploys));
    return rollout;
  }

  /**
   * A service whose folder was told runs what lies in it, and what its traces lead into: of a
   * deploy of it, commits that touch neither are forgotten.
   *
   * @param path files on the failing path
   */
  Rollout within(GitRepository repository, Homes homes, Collection<String> path) {
    if (path.isEmpty()) {
      return this;
    }
    byCommit.replaceAll(
        (commit, brought) ->
            brought.stream()
                .filter(
                    each ->
                        homes
                            .of(String.valueOf(each.deploy().service()))
                            .filter(Home::told)
                            .filter(home -> !touches(repository, commit, home, path))
                            .isEmpty())
                .toList());
    byCommit.forEach(
        (commit, brought) -> {
          if (brought.isEmpty()) {
            elsewhere.add(commit);
          }
        });
    return this;
  }

  private static boolean touches(
      GitRepository repository, String commit, Home home, Collection<String> path) {
    return repository.changedPaths(commit).stream()
        .anyMatch(each -> home.holds(each) || path.contains(each));
  }

  /** True when deploys brought a commit, but only to services whose code it does not touch. */
  public boolean isElsewhere(String commit) {
    return elsewhere.contains(commit);
  }

  /** Nothing is known about deploys. */
  static Rollout unknown() {
    return new Rollout();
  }

  /** True when at least one deploy that somebody told of names a commit of the repository. */
  public boolean isKnown() {
    return known;
  }

  /** Deploys that name no commit, or none of this repository. */
  public List<Deploy> unresolved() {
    return unresolved;
  }

  /** The deploys that brought a commit, earliest first. */
  public List<Brought> of(String commit) {
    return byCommit.getOrDefault(commit, List.of());
  }

  /**
   * What ran.
   *
   * @param deploy the deploy that brought it
   * @param commit full id
   * @param how how the commit was found, in words
   */
  public record Ran(Deploy deploy, String commit, String how) {}

  /** What ran in a service, of null in any, just before {@code moment}. */
  public static Optional<Ran> ran(
      GitRepository repository,
      List<Change> changes,
      @Nullable String service,
      @Nullable Instant moment) {
    return changes.stream()
        .filter(Deploy.class::isInstance)
        .map(Deploy.class::cast)
        .filter(deploy -> service == null || service.equals(deploy.service()))
        .filter(
            deploy ->
                (deploy.commit() != null || deploy.version() != null)
                    && (moment == null || !deploy.time().isAfter(moment)))
        .sorted(Comparator.comparing(Deploy::time).reversed())
        .limit(MAX_ASKED)
        .flatMap(
            deploy ->
                commit(repository, deploy)
                    .map(found -> new Ran(deploy, found.commit(), found.how()))
                    .stream())
        .findFirst();
  }

  /** The commit of a deploy: the one that it names, else the one of its version. */
  public static Optional<Versions.Found> commit(GitRepository repository, Deploy deploy) {
    return deploy.commit() == null
        ? Versions.commit(repository, deploy.service(), deploy.version())
        : repository
            .resolve(deploy.commit())
            .map(commit -> new Versions.Found(commit, "named by its deploy"));
  }

  private void follow(GitRepository repository, List<Deploy> deploys) {
    Optional<String> previous = Optional.empty();
    for (Deploy deploy : deploys.stream().sorted(Comparator.comparing(Deploy::time)).toList()) {
      Optional<String> head = commit(repository, deploy).map(Versions.Found::commit);
      if (head.isEmpty()) {
        unresolved.add(deploy);
        continue;
      }
      // logs show some deploys, never that there were no others
      known |= deploy.inferred() == null;
      CommitRange range =
          previous.isPresent()
              ? CommitRange.between(previous.get(), head.get(), MAX_COMMITS)
              : CommitRange.upTo(head.get(), MAX_COMMITS).from(deploy.time().minus(FIRST_REACH));
      List<Commit> commits = repository.commits(range);
      for (Commit commit : commits) {
        byCommit
            .computeIfAbsent(commit.id(), id -> new ArrayList<>())
            .add(
                new Brought(
                    deploy,
                    commits.size(),
                    commit.id().equals(head.get()),
                    previous.orElse(null),
                    head.get()));
      }
      previous = head;
    }
    byCommit
        .values()
        .forEach(list -> list.sort(Comparator.comparing(brought -> brought.deploy().time())));
  }
}
