// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.change.Change;
import dev.clew.code.Commit;
import dev.clew.code.FileDiff;
import dev.clew.code.GitRepository;
import dev.clew.code.link.Permalinks;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.edit.Quantities;
import dev.clew.suspect.symptom.Symptom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together what the clues look at, for one repository. */
public final class Scenes {
  private static final double EXCEPTION = 1.5;
  private static final double MESSAGE = 1.0;
  private static final double ALERT = 0.8;
  private static final double CONTEXT = 0.5;
  private static final double CODE = 0.35;

  private Scenes() {}

  /**
   * A scene and its candidates.
   *
   * @param scene what the clues look at
   * @param candidates commits whose edits are read
   * @param unread how many commits of the history are not read
   */
  public record Staged(Scene scene, List<Candidate.OfCommit> candidates, int unread) {}

  /** Reads the history {@code newestFirst} against the symptom, with the code at {@code at}. */
  public static Staged stage(
      GitRepository repository,
      String at,
      List<Commit> newestFirst,
      Symptom symptom,
      List<Change> changes,
      ServiceNames names) {
    FailingCode code = new CodeFollower(repository, at, names.homes()).follow(symptom);
    Relevance messages = ask(symptom, code, names);
    newestFirst.forEach(commit -> messages.add(commit.id(), Candidates.words(repository, commit)));
    messages.finish();
    Optional<Permalinks> pages = repository.pages();
    Set<String> fileNames = code.fileNames().keySet();
    List<Candidate.OfCommit> candidates = new ArrayList<>();
    for (Commit commit : Candidates.choose(repository, newestFirst, code, messages)) {
      List<FileDiff> diff = repository.diff(commit.id());
      candidates.add(
          new Candidate.OfCommit(
              commit,
              new Edits(diff),
              EditedFunctions.of(repository, commit, diff, fileNames),
              pages.map(each -> each.commit(commit.id()))));
    }
    Relevance relevance = ask(symptom, code, names);
    candidates.forEach(
        candidate ->
            relevance.add(candidate.commit().id(), Candidates.words(repository, candidate)));
    relevance.finish();
    Scene scene =
        new Scene(
            symptom,
            symptom.topics(),
            Quantities.inText(symptom.text()),
            code,
            Rollout.of(repository, changes)
                .within(repository, names.homes(), code.files().keySet()),
            relevance,
            Naming.of(code, candidates),
            names,
            History.of(repository, newestFirst, fileNames));
    return new Staged(scene, candidates, newestFirst.size() - candidates.size());
  }

  /** A scene in which no repository is known. */
  public static Scene withoutCode(Symptom symptom, ServiceNames names) {
    Relevance relevance = new Relevance();
    relevance.finish();
    return new Scene(
        symptom,
        symptom.topics(),
        Quantities.inText(symptom.text()),
        FailingCode.unknown(),
        Rollout.unknown(),
        relevance,
        Naming.of(FailingCode.unknown(), List.of()),
        names,
        History.empty());
  }

  private static Relevance ask(Symptom symptom, FailingCode code, ServiceNames names) {
    Relevance relevance = new Relevance();
    Set<String> except = names.words();
    symptom.exceptionTexts().forEach(text -> relevance.ask(text, EXCEPTION, except));
    symptom.messages().forEach(message -> relevance.ask(message.text(), MESSAGE, except));
    symptom.context().forEach(text -> relevance.ask(text, CONTEXT, except));
    if (symptom.alert() != null) {
      relevance.ask(symptom.alert().text() + " " + symptom.alert().metric(), ALERT, except);
    }
    Set<String> functions = new LinkedHashSet<>();
    code.frames().stream()
        .filter(frame -> frame.isFound())
        .limit(12)
        .forEach(frame -> functions.add(frame.frame().function()));
    relevance.ask(String.join(" ", functions), MESSAGE, except);
    relevance.ask(String.join(" ", code.words()), CODE, except);
    return relevance;
  }
}
