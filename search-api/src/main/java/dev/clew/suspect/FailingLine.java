// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.change.Change;
import dev.clew.code.GitRepository;
import dev.clew.code.frame.FrameResolver;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.code.home.HomeSearch;
import dev.clew.code.home.Homes;
import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.explain.Comparison;
import dev.clew.store.LogStore;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.symptom.Symptom;
import dev.clew.suspect.symptom.Symptoms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an event failed in the code, before any change is weighed: no other event is compared, so
 * it can be shown at once.
 *
 * @param running the commit that ran
 * @param frame the first frame of the application, the innermost cause's before the others'; empty
 *     when no frame's file is in the repository
 */
public record FailingLine(Running running, Optional<ResolvedFrame> frame) {
  private static final String ANY_SERVICE = "*";
  private static final int MOST_FRAMES = 100;
  private static final Symptom UNKNOWN =
      new Symptom(List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
  private static final Comparison NOT_COMPARED =
      new Comparison(List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

  /**
   * Of an event.
   *
   * @param store where its service may say what it was built from
   * @param repositories source code by service; {@code "*"} stands for any service
   * @return empty without a repository of its service, or a commit in it
   * @throws dev.clew.code.GitException when the repository cannot be read
   */
  public static Optional<FailingLine> of(
      LogEvent event,
      LogStore store,
      Map<String, GitRepository> repositories,
      List<Change> changes) {
    String service = event.service() == null ? ANY_SERVICE : event.service();
    GitRepository repository = repositories.getOrDefault(service, repositories.get(ANY_SERVICE));
    if (repository == null) {
      return Optional.empty();
    }
    return repository
        .head()
        .map(
            head -> {
              Running ran = ran(event, store, repository, changes, service, head);
              return new FailingLine(ran, first(event, repository, ran.commit(), service));
            });
  }

  private static Running ran(
      LogEvent event,
      LogStore store,
      GitRepository repository,
      List<Change> changes,
      String service,
      String head) {
    Symptom symptom = Symptoms.asked(UNKNOWN, event);
    List<Change> concerned =
        changes.stream()
            .filter(change -> change.service() == null || change.service().equals(service))
            .toList();
    CarriedVersions versions = CarriedVersions.of(NOT_COMPARED, event);
    return new WhatRan(symptom, symptom.services(), versions, Optional.of(store), unknown -> {})
        .find(repository, concerned, service::equals, head);
  }

  private static Optional<ResolvedFrame> first(
      LogEvent event, GitRepository repository, String at, String service) {
    Homes homes = HomeSearch.find(repository, at, Set.of(service));
    FrameResolver resolver = new FrameResolver(repository, homes.beginningWith(List.of(service)));
    for (StackFrame frame : frames(event)) {
      if (resolver.place(frame, at).path() != null) {
        return Optional.of(resolver.resolve(frame, at));
      }
    }
    return Optional.empty();
  }

  /** The innermost cause's first: there it began. */
  private static List<StackFrame> frames(LogEvent event) {
    Set<StackFrame> frames = new LinkedHashSet<>();
    if (event.exception() != null) {
      List<StackTrace> chain = new ArrayList<>(event.exception().chain());
      chain.reversed().forEach(link -> frames.addAll(link.frames()));
    }
    return frames.stream().limit(MOST_FRAMES).toList();
  }
}
