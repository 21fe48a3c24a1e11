// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.FileKind;
import dev.clew.suspect.edit.Edits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the names of a commit have to do with the names of the symptom: functions, tests and
 * classes, taken apart into words. Each part of a commit is compared with the same part of others.
 *
 * @param code names of functions and tests in the lines that it adds
 * @param message the same in its message
 * @param paths names of classes and files in the paths that it touches
 */
public record Naming(Relevance code, Relevance message, Relevance paths) {
  private static final double MOST_PER_WORD = 6;
  private static final int MAX_PATHS = 50;

  /** The naming of candidates for the names that the failing code has. */
  static Naming of(FailingCode failing, List<Candidate.OfCommit> candidates) {
    Naming naming = new Naming(new Relevance(), new Relevance(), new Relevance());
    String functions = String.join(" ", failing.functions());
    naming.code.ask(functions, 1, Set.of());
    naming.message.ask(functions, 1, Set.of());
    naming.paths.ask(String.join(" ", failing.types()), 1, Set.of());
    candidates.forEach(naming::add);
    naming.code.finish();
    naming.message.finish();
    naming.paths.finish();
    return naming;
  }

  private void add(Candidate.OfCommit candidate) {
    String id = candidate.commit().id();
    Map<String, Double> added = new LinkedHashMap<>();
    candidate.edits().added().stream()
        .map(Edits.CodeLine::plain)
        .forEach(line -> count(added, line));
    code.add(id, added);
    Map<String, Double> said = new LinkedHashMap<>();
    count(said, candidate.commit().message());
    message.add(id, said);
    Map<String, Double> touched = new LinkedHashMap<>();
    candidate.edits().files().stream()
        .map(file -> file.newPath())
        .filter(path -> FileKind.of(path).runs())
        .limit(MAX_PATHS)
        .forEach(path -> count(touched, path));
    paths.add(id, touched);
  }

  private static void count(Map<String, Double> counts, String text) {
    Words.of(text)
        .forEach(word -> counts.merge(word, 1.0, (a, b) -> Math.min(MOST_PER_WORD, a + b)));
  }
}
