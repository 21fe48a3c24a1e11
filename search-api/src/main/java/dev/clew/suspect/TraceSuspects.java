// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.GitRepository;
import dev.clew.code.Versions;
import dev.clew.code.frame.CommitVote;
import dev.clew.code.frame.FittingCommits;
import dev.clew.code.home.HomeSearch;
import dev.clew.event.StackTrace;
import dev.clew.suspect.clue.Clues;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Running.By;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import dev.clew.suspect.scene.Scenes;
import dev.clew.suspect.scene.ServiceNames;
import dev.clew.suspect.symptom.Symptom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ranks commits by a stack trace or by log lines, with nothing but the repository to go by. */
public final class TraceSuspects {
  /** Most commits of the history that are considered, newest first. */
  public static final int MAX_HISTORY = 20_000;

  private static final int MAX_LINES = 200;

  private TraceSuspects() {}

  /**
   * Ranks the commits that {@code at} reaches.
   *
   * @param at commit that ran, by any name Git knows; null for the newest that fits the traces,
   *     where that is clear, else HEAD
   * @param before leaves out commits younger than this, when the failure was first seen; null
   *     leaves none out
   * @param traces the exceptions
   * @param text the text they come from, or log lines
   * @param limit most suspects
   */
  public static SuspectReport rank(
      GitRepository repository,
      @Nullable String at,
      @Nullable Instant before,
      List<StackTrace> traces,
      String text,
      int limit) {
    Optional<String> commit =
        at == null
            ? repository.head()
            : repository
                .resolve(at)
                .or(() -> Versions.commit(repository, null, at).map(Versions.Found::commit));
    if (commit.isEmpty()) {
      return new SuspectReport(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(
              (at == null ? "the repository has no commit yet" : "there is no commit " + at)
                  + ": name one that exists, or fetch the history"));
    }
    List<String> unknowns = new ArrayList<>();
    Running ran = running(repository, commit.get(), at);
    CommitRange range = CommitRange.upTo(commit.get(), MAX_HISTORY);
    List<Commit> history = repository.commits(before == null ? range : range.before(before));
    if (at == null) {
      Optional<FittingCommits> fitting =
          new CommitVote(repository).judge(traces, commit.get(), before);
      if (fitting.isPresent() && fitting.get().isSure()) {
        ran = WhatRan.inferred(repository, fitting.get());
        history = from(history, ran.commit());
      } else {
        fitting
            .filter(fit -> !fit.isNewest())
            .ifPresent(fit -> unknowns.add(WhatRan.doubt(fit) + "; name one with --at"));
      }
    }
    Scenes.Staged staged = stage(repository, ran.commit(), history, traces, text);
    Ranking ranking = new Ranking(Clues.ofTrace());
    staged.candidates().forEach(candidate -> ranking.weigh(candidate, staged.scene(), List.of()));
    Linker linker = new Linker();
    linker.add(repository, ran.commit(), staged.scene().rollout());
    List<Suspect> suspects = linker.link(ranking.suspects());
    if (history.size() == MAX_HISTORY) {
      unknowns.add("only the newest %d commits were considered".formatted(MAX_HISTORY));
    }
    if (staged.unread() > 0) {
      unknowns.add(
          "%d of %d commits were not read: they have no hand in the failing code and their words say little"
              .formatted(staged.unread(), history.size()));
    }
    if (suspects.size() > limit) {
      unknowns.add("%d weaker suspects are not shown".formatted(suspects.size() - limit));
    }
    return new SuspectReport(
        suspects.stream().limit(limit).toList(),
        ranking.cleared(),
        staged.scene().code().frames(),
        List.of(ran),
        staged.scene().names().homes().all(),
        unknowns);
  }

  /** What may be in the history of any commit that fits: nothing but commits before the first. */
  private static List<Commit> from(List<Commit> newestFirst, String first) {
    return newestFirst.stream().dropWhile(commit -> !commit.id().equals(first)).toList();
  }

  /** What is weighed: the history {@code newestFirst} of {@code at} against the failure. */
  static Scenes.Staged stage(
      GitRepository repository,
      String at,
      List<Commit> newestFirst,
      List<StackTrace> traces,
      String text) {
    Symptom symptom =
        new Symptom(traces, messages(text, traces), List.of(), List.of(), List.of(), null, null);
    ServiceNames names = new ServiceNames(List.of());
    return Scenes.stage(
        repository,
        at,
        newestFirst,
        symptom,
        List.of(),
        names.in(HomeSearch.find(repository, at, names.all())));
  }

  private static Running running(GitRepository repository, String id, @Nullable String at) {
    String how = at == null ? "HEAD of the repository, as no commit was named" : "named by --at";
    return new Running(
        null,
        null,
        id,
        repository.commit(id).subject(),
        how,
        at == null ? By.GUESS : By.NAME,
        null);
  }

  /** The lines that are no frames; without traces, all lines. */
  private static List<Symptom.Message> messages(String text, List<StackTrace> traces) {
    return text.lines()
        .map(String::strip)
        .filter(
            line ->
                !line.isEmpty()
                    && !(line.startsWith("at ") && !traces.isEmpty())
                    && !line.startsWith("File \""))
        .filter(line -> traces.isEmpty() || line.length() < 400)
        .limit(MAX_LINES)
        .map(line -> new Symptom.Message(line, null, 1, true, null))
        .toList();
  }
}
