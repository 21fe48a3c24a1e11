// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.BlameLine;
import dev.clew.code.CodeBlock;
import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import dev.clew.code.TestPaths;
import dev.clew.code.frame.FrameResolver;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.code.home.Homes;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.Printed;
import dev.clew.code.statement.Statement;
import dev.clew.code.statement.Statements;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.suspect.symptom.Symptom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows traces, places and messages of a symptom into a repository, at the commit that ran.
 * Single use.
 */
final class CodeFollower {
  /** Most frames that are looked up; a deep recursion repeats itself. */
  private static final int MAX_FRAMES = 60;

  /** Most messages for which the printing statement is searched in the source. */
  private static final int MAX_STATEMENTS = 5;

  /** Fixed letters a statement must have before a message leads to it. */
  private static final int MIN_LETTERS = 8;

  /** How much less each frame further out counts. */
  private static final double PER_FRAME = 0.35;

  private final GitRepository repository;
  private final String at;
  private final Homes homes;
  private final Sources sources;
  private final Spots spots = new Spots();
  private final TestFollower tests;
  private final NameFollower names;
  private final List<ResolvedFrame> frames = new ArrayList<>();
  private final Map<String, List<Touch>> touches = new HashMap<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final Set<String> types = new LinkedHashSet<>();

  CodeFollower(GitRepository repository, String at, Homes homes) {
    this.repository = repository;
    this.homes = homes;
    this.at = at;
    this.sources = new Sources(repository, at);
    this.tests = new TestFollower(sources, spots);
    this.names = new NameFollower(repository, at, sources);
  }

  FailingCode follow(Symptom symptom) {
    followFrames(symptom);
    tests.named(TestNames.in(symptom.text()));
    tests.finish();
    new CallFollower(sources, spots).deepen();
    spots.list().forEach(this::touchFunction);
    names.touches().forEach((commit, found) -> found.forEach(touch -> touch(commit, touch)));
    names.files().forEach(spots::file);
    functions.addAll(tests.methods());
    types.addAll(tests.classes());
    Set<String> words = new LinkedHashSet<>(tests.methods());
    words.addAll(names.words());
    return new FailingCode(frames, touches, spots.files(), words, functions, types, spots.byKey());
  }

  private void followFrames(Symptom symptom) {
    FrameResolver resolver = new FrameResolver(repository, homes.beginningWith(symptom.services()));
    Set<StackFrame> seen = new LinkedHashSet<>();
    symptom.traces().stream()
        .flatMap(trace -> causesFirst(trace.chain()).stream())
        .forEach(trace -> seen.addAll(trace.frames()));
    int traced = seen.size();
    seen.addAll(symptom.places());
    int rank = 0;
    for (StackFrame frame :
        seen.stream().limit(MAX_FRAMES + (long) symptom.places().size()).toList()) {
      ResolvedFrame found = resolver.resolve(frame, at);
      frames.add(found);
      if (found.path() == null) {
        continue;
      }
      if (TestPaths.isTest(found.path())) {
        tests.frame(found.path(), frame.function());
      } else {
        follow(found, found.path(), rank++);
      }
    }
    if (rank == 0 && traced == 0) {
      followStatements(symptom);
    }
  }

  /** Where no trace leads into the repository, the statements that print the messages do. */
  private void followStatements(Symptom symptom) {
    List<Printed> lines =
        symptom.messages().stream()
            .limit(MAX_STATEMENTS)
            .map(message -> new Printed(message.text(), "", ""))
            .toList();
    int rank = 0;
    for (List<Match> matches :
        new Statements(repository).search(lines, at, 1, () -> false).matches()) {
      for (Statement found : matches.stream().map(Match::statement).toList()) {
        if (found.said().template().letters() >= MIN_LETTERS) {
          StackFrame place = new StackFrame("", "", found.path(), found.said().first());
          ResolvedFrame frame = new FrameResolver(repository).resolve(place, at);
          frames.add(frame);
          follow(frame, found.path(), rank++);
        }
      }
    }
  }

  private void follow(ResolvedFrame frame, String path, int rank) {
    double weight = 1 / (1 + PER_FRAME * rank);
    String where = rank == 0 ? "where it failed" : "of frame " + (rank + 1);
    spots.file(path, weight);
    functions.add(frame.frame().function());
    types.add(PathIndex.name(path).replaceFirst("\\.\\w+$", ""));
    if (frame.changed() != null) {
      touch(
          frame.changed().id(),
          new Touch(
              Touch.Kind.LINE,
              1,
              weight,
              rank,
              path,
              frame.line(),
              frame.frame().function(),
              where));
    }
    Optional<CodeBlock> block =
        frame.line() > 0
            ? sources.enclosing(path, frame.line())
            : sources.named(path, frame.frame().function());
    block.ifPresent(
        function -> {
          spots.add(new Spot(path, function, weight, where));
          names.follow(path, function, rank, where);
        });
  }

  private void touchFunction(Spot spot) {
    List<BlameLine> body =
        sources.blame(spot.path()).stream()
            .filter(
                line ->
                    line.line() >= spot.block().from()
                        && line.line() <= spot.block().to()
                        && !line.text().isBlank())
            .toList();
    Map<String, List<BlameLine>> byCommit =
        body.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.commit().id(), LinkedHashMap::new, Collectors.toList()));
    byCommit.forEach(
        (commit, lines) ->
            touch(
                commit,
                new Touch(
                    Touch.Kind.FUNCTION,
                    (double) lines.size() / body.size(),
                    spot.weight(),
                    0,
                    spot.path(),
                    lines.get(0).line(),
                    spot.block().name(),
                    spot.where())));
  }

  private void touch(String commit, Touch touch) {
    touches.computeIfAbsent(commit, id -> new ArrayList<>()).add(touch);
  }

  private static List<StackTrace> causesFirst(List<StackTrace> chain) {
    List<StackTrace> reversed = new ArrayList<>(chain);
    Collections.reverse(reversed);
    return reversed;
  }
}
