// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.Restart;
import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.GitRepository;
import dev.clew.code.Versions;
import dev.clew.code.frame.CommitVote;
import dev.clew.code.frame.FittingCommits;
import dev.clew.store.LogStore;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Running.By;
import dev.clew.suspect.scene.Rollout;
import dev.clew.suspect.symptom.Symptom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which commit of a repository ran when it failed: by a deploy of a failing service, by the version
 * that its events carry, by the lines of the stack traces; else the newest commit before.
 */
final class WhatRan {
  private final Symptom symptom;
  private final List<String> services;
  private final CarriedVersions versions;
  private final Optional<LogStore> store;
  private final Consumer<String> unknowns;

  /**
   * @param services those that fail, the likeliest origin first
   * @param store the logs; empty when there are none to read
   * @param unknowns told what could not be found out
   */
  WhatRan(
      Symptom symptom,
      List<String> services,
      CarriedVersions versions,
      Optional<LogStore> store,
      Consumer<String> unknowns) {
    this.symptom = symptom;
    this.services = services;
    this.versions = versions;
    this.store = store;
    this.unknowns = unknowns;
  }

  /**
   * The commit that ran in the service that fails first, else the newest one before the onset.
   *
   * @param deployed deploys of the services that the repository holds
   * @param owned tells whether a service runs from the repository
   */
  Running find(
      GitRepository repository, List<Change> deployed, Predicate<String> owned, String head) {
    Instant onset = symptom.onset();
    for (String service : services) {
      Optional<Rollout.Ran> found = Rollout.ran(repository, deployed, service, onset);
      if (found.isPresent()) {
        return deployed(repository, found.get(), true);
      }
    }
    for (String service : services.stream().filter(owned).toList()) {
      Optional<Running> carried = carried(repository, service);
      if (carried.isPresent()) {
        return carried.get();
      }
    }
    for (String service : services.stream().filter(owned).toList()) {
      Optional<Running> told =
          restarted(repository, deployed, service).or(() -> built(repository, head, service));
      if (told.isPresent()) {
        return told.get();
      }
    }
    Optional<FittingCommits> fitting =
        new CommitVote(repository).judge(symptom.traces(), head, onset);
    Optional<FittingCommits> sure = fitting.filter(FittingCommits::isSure);
    if (sure.isPresent()) {
      return inferred(repository, sure.get());
    }
    unknowns.accept(
        "which commit ran is not known: no deploy of a failing service names one; taken from the history");
    fitting.filter(fit -> !fit.isNewest()).ifPresent(fit -> unknowns.accept(doubt(fit)));
    return guessed(repository, deployed, head);
  }

  private Optional<Running> carried(GitRepository repository, String service) {
    List<String> carried = versions.of(service);
    for (String version : carried) {
      Optional<Versions.Found> found = Versions.commit(repository, service, version);
      if (found.isPresent()) {
        List<String> others = carried.stream().filter(other -> !other.equals(version)).toList();
        String how =
            "the failing events of %s carry the version %s, %s%s"
                .formatted(
                    service,
                    version,
                    found.get().how(),
                    others.isEmpty() ? "" : "; others carry " + String.join(", ", others));
        String commit = found.get().commit();
        return Optional.of(
            new Running(
                service,
                version,
                commit,
                repository.commit(commit).subject(),
                how,
                By.VERSION,
                null));
      }
    }
    return Optional.empty();
  }

  /** By the version that the service named when it last started. */
  private Optional<Running> restarted(
      GitRepository repository, List<Change> changes, String service) {
    Instant onset = symptom.onset();
    return changes.stream()
        .filter(Restart.class::isInstance)
        .map(Restart.class::cast)
        .filter(restart -> service.equals(restart.service()) && restart.version() != null)
        .filter(restart -> onset == null || !restart.time().isAfter(onset))
        .max(Comparator.comparing(Restart::time))
        .flatMap(
            restart ->
                Versions.commit(repository, service, restart.version())
                    .map(
                        found ->
                            new Running(
                                service,
                                restart.version(),
                                found.commit(),
                                repository.commit(found.commit()).subject(),
                                "%s names its version %s at its last start, %s:%d; %s"
                                    .formatted(
                                        service,
                                        restart.version(),
                                        restart.inferred().file(),
                                        restart.inferred().line(),
                                        found.how()),
                                By.BUILD,
                                restart.inferred().event())));
  }

  private Optional<Running> built(GitRepository repository, String head, String service) {
    return store
        .flatMap(
            kept -> new BuildLines(kept, symptom.onset(), unknowns).find(repository, head, service))
        .map(
            told ->
                new Running(
                    service,
                    null,
                    told.commit(),
                    repository.commit(told.commit()).subject(),
                    "%s says what it was built from, %s:%d"
                        .formatted(
                            service, told.line().origin().file(), told.line().origin().line()),
                    By.BUILD,
                    told.line().id()));
  }

  /** The newest of the commits that fit. */
  static Running inferred(GitRepository repository, FittingCommits fitting) {
    String commit = fitting.newest();
    return new Running(
        null, null, commit, repository.commit(commit).subject(), fitting.how(), By.FRAMES, null);
  }

  /** What is said of commits that fit better, but not surely. */
  static String doubt(FittingCommits fitting) {
    return "older commits fit the stack trace better, too few frames to be sure: " + fitting.how();
  }

  private Running guessed(GitRepository repository, List<Change> deployed, String head) {
    Instant onset = symptom.onset();
    Optional<Rollout.Ran> other = Rollout.ran(repository, deployed, null, onset);
    if (other.isPresent()) {
      return deployed(repository, other.get(), false);
    }
    Optional<Commit> newest =
        onset == null
            ? Optional.empty()
            : repository.commits(CommitRange.upTo(head, 1).before(onset)).stream().findFirst();
    Commit commit = newest.orElseGet(() -> repository.commit(head));
    String how =
        newest.isPresent()
            ? "the newest commit before the first failure, as no deploy names one"
            : "HEAD of the repository, as nothing says which commit ran";
    return new Running(null, null, commit.id(), commit.subject(), how, By.GUESS, null);
  }

  private static Running deployed(GitRepository repository, Rollout.Ran ran, boolean own) {
    Deploy deploy = ran.deploy();
    String told = ran.how() + (deploy.inferred() == null ? ", deployed" : ", which the logs show");
    return new Running(
        deploy.service(),
        deploy.version(),
        ran.commit(),
        repository.commit(ran.commit()).subject(),
        "%s at %s%s"
            .formatted(
                told, deploy.time(), own ? "" : ", which is of a service that does not fail"),
        own ? By.DEPLOY : By.GUESS,
        deploy.inferred() == null ? null : deploy.inferred().event());
  }
}
