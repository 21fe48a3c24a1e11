// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.BlameLine;
import dev.clew.code.CodeBlock;
import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.GitRepository;
import dev.clew.code.LogStatements;
import dev.clew.code.PathIndex;
import dev.clew.code.TestPaths;
import dev.clew.code.frame.FrameResolver;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.suspect.edit.FileKind;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Follows traces, places and messages of a symptom into a repository, at the commit that ran.
 * Single use.
 */
final class CodeFollower {
  /** Most frames that are looked up; a deep recursion repeats itself. */
  private static final int MAX_FRAMES = 40;

  /** Most messages for which the printing statement is searched in the source. */
  private static final int MAX_STATEMENTS = 5;

  private static final int MAX_NAMES = 40;

  /** What a file under test weighs, and one that the test merely uses. */
  private static final double TESTED = 0.9;

  private static final double USED = 0.6;
  private static final int MAX_USED_TYPES = 8;
  private static final int MAX_CALLED = 6;

  /** A function that a test calls stands for a frame this far out. */
  private static final int CALLED_RANK = 2;

  private static final Pattern TEST_MARK =
      Pattern.compile("^Test|^test_|(?:TestCase|Tests?|IT|_test)$");

  private final GitRepository repository;
  private final String at;
  private final List<ResolvedFrame> frames = new ArrayList<>();
  private final Map<String, List<Touch>> touches = new HashMap<>();
  private final Map<String, Double> files = new LinkedHashMap<>();
  private final Set<String> words = new LinkedHashSet<>();
  private final Map<String, List<CodeBlock>> functions = new HashMap<>();

  CodeFollower(GitRepository repository, String at) {
    this.repository = repository;
    this.at = at;
  }

  FailingCode follow(Symptom symptom) {
    followAll(symptom);
    return new FailingCode(frames, touches, files, words);
  }

  private void followAll(Symptom symptom) {
    FrameResolver resolver = new FrameResolver(repository);
    Set<StackFrame> seen = new LinkedHashSet<>();
    List<StackTrace> causesFirst =
        symptom.traces().stream().flatMap(trace -> reversed(trace.chain()).stream()).toList();
    causesFirst.forEach(trace -> seen.addAll(trace.frames()));
    int traced = seen.size();
    seen.addAll(symptom.places());
    int rank = 0;
    for (StackFrame frame :
        seen.stream().limit(MAX_FRAMES + (long) symptom.places().size()).toList()) {
      if (resolver.place(frame, at).path() == null) {
        frames.add(resolver.resolve(frame, at));
        continue;
      }
      ResolvedFrame found = resolver.resolve(frame, at);
      frames.add(found);
      if (TestPaths.isTest(String.valueOf(found.path()))) {
        followTest(found);
      } else {
        follow(found, rank++);
      }
    }
    if (rank == 0 && traced == 0) {
      followStatements(symptom);
    }
  }

  /** Where no trace leads into the repository, the statements that print the messages do. */
  private void followStatements(Symptom symptom) {
    LogStatements statements = new LogStatements(repository);
    int rank = 0;
    for (Symptom.Message message : symptom.messages().stream().limit(MAX_STATEMENTS).toList()) {
      Optional<LogStatements.Statement> found =
          statements.find(message.text(), at, path -> FileKind.of(path) == FileKind.CODE);
      if (found.isPresent()) {
        StackFrame place = new StackFrame("", "", found.get().path(), found.get().line());
        ResolvedFrame frame = new FrameResolver(repository).resolve(place, at);
        frames.add(frame);
        follow(frame, rank++);
      }
    }
  }

  private void follow(ResolvedFrame frame, int rank) {
    String path = String.valueOf(frame.path());
    files.merge(path, 1.0 / (1 + 0.35 * rank), Math::max);
    if (frame.changed() != null) {
      touch(
          frame.changed().id(),
          new Touch(Touch.Kind.LINE, 1, rank, path, frame.line(), frame.frame().function()));
    }
    List<String> lines = repository.source(path, at).orElse(List.of());
    Optional<CodeBlock> block =
        frame.line() > 0
            ? CodeBlock.enclosing(path, lines, frame.line())
            : named(path, lines, frame.frame().function());
    if (block.isPresent()) {
      touchFunction(path, block.get(), rank);
      touchNames(path, lines, block.get(), rank);
    }
  }

  private static Optional<CodeBlock> named(String path, List<String> lines, String function) {
    return CodeBlock.functions(path, lines).stream()
        .filter(block -> !function.isEmpty() && block.name().equals(function))
        .findFirst();
  }

  private void touchFunction(String path, CodeBlock block, int rank) {
    List<BlameLine> body =
        repository.blame(path, at).stream()
            .filter(
                line ->
                    line.line() >= block.from()
                        && line.line() <= block.to()
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
                    rank,
                    path,
                    lines.get(0).line(),
                    block.name())));
  }

  /** Constants and fields that the function uses: the line that gives them their value. */
  private void touchNames(String path, List<String> lines, CodeBlock block, int rank) {
    List<Token> body =
        CodeLexer.tokens(path, lines.subList(block.from() - 1, Math.min(lines.size(), block.to())))
            .stream()
            .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.SIGN)
            .toList();
    body.stream()
        .filter(token -> token.kind() == Kind.WORD)
        .forEach(token -> words.add(token.text()));
    Set<String> done = new LinkedHashSet<>();
    for (int i = 0; i < body.size() && done.size() < MAX_NAMES; i++) {
      Token token = body.get(i);
      if (token.kind() != Kind.WORD || !done.add(token.text())) {
        continue;
      }
      if (i >= 2
          && body.get(i - 1).is(".")
          && Character.isUpperCase(body.get(i - 2).text().charAt(0))) {
        typeFile(path, body.get(i - 2).text())
            .ifPresent(file -> touchDeclaration(file, token.text(), rank));
      }
      touchDeclaration(path, token.text(), rank);
    }
  }

  private Optional<String> typeFile(String path, String type) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return repository.paths(at).named(type + "." + ending).stream().findFirst();
  }

  private void touchDeclaration(String path, String name, int rank) {
    List<String> lines = repository.source(path, at).orElse(List.of());
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      if (lines.get(i).contains(name)
          && declares(CodeLexer.tokensOfLine(path, lines.get(i)), name)
          && functions(path).stream()
              .noneMatch(block -> block.from() <= line && line <= block.to())) {
        repository
            .blame(path, line, at)
            .ifPresent(
                blamed ->
                    touch(
                        blamed.commit().id(),
                        new Touch(Touch.Kind.NAME, 1, rank, path, line, name)));
        files.merge(path, 0.5 / (1 + 0.35 * rank), Math::max);
        return;
      }
    }
  }

  /**
   * {@code name = value} or {@code name: value}; outside functions that is a constant or a field.
   */
  private static boolean declares(List<Token> tokens, String name) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).is(name) && (tokens.get(i + 1).is("=") || tokens.get(i + 1).is(":"))) {
        return !tokens.get(i + 2).is("=");
      }
    }
    return false;
  }

  private List<CodeBlock> functions(String path) {
    return functions.computeIfAbsent(
        path, file -> CodeBlock.functions(file, repository.source(file, at).orElse(List.of())));
  }

  /** A failing test names the code under test: by its own name and by what its body uses. */
  private void followTest(ResolvedFrame frame) {
    String path = String.valueOf(frame.path());
    PathIndex index = repository.paths(at);
    String ending = path.substring(path.lastIndexOf('.'));
    String name = PathIndex.name(path);
    String tested =
        TEST_MARK.matcher(name.substring(0, name.length() - ending.length())).replaceAll("");
    Set<String> used = bodyWords(path, frame);
    words.add(frame.frame().function());
    words.addAll(used);
    index.named(tested + ending).forEach(file -> followTested(file, used, TESTED));
    used.stream()
        .flatMap(word -> index.named(word + ending).stream())
        .filter(file -> !TestPaths.isTest(file))
        .limit(MAX_USED_TYPES)
        .forEach(file -> followTested(file, used, USED));
  }

  private Set<String> bodyWords(String path, ResolvedFrame frame) {
    List<String> lines = repository.source(path, at).orElse(List.of());
    Optional<CodeBlock> test =
        named(path, lines, frame.frame().function())
            .or(() -> CodeBlock.enclosing(path, lines, frame.line()));
    return test.stream()
        .flatMap(block -> body(path, lines, block).stream())
        .filter(token -> token.kind() == Kind.WORD)
        .map(Token::text)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The functions that the test calls, in a file that it tests or uses. */
  private void followTested(String file, Set<String> used, double weight) {
    files.merge(file, weight, Math::max);
    List<String> lines = repository.source(file, at).orElse(List.of());
    CodeBlock.functions(file, lines).stream()
        .filter(block -> used.contains(block.name()))
        .limit(MAX_CALLED)
        .forEach(block -> touchFunction(file, block, CALLED_RANK));
  }

  private static List<Token> body(String path, List<String> lines, CodeBlock block) {
    return CodeLexer.tokens(
        path, lines.subList(block.from() - 1, Math.min(lines.size(), block.to())));
  }

  private void touch(String commit, Touch touch) {
    touches.computeIfAbsent(commit, id -> new ArrayList<>()).add(touch);
  }

  private static List<StackTrace> reversed(List<StackTrace> chain) {
    List<StackTrace> reversed = new ArrayList<>(chain);
    Collections.reverse(reversed);
    return reversed;
  }
}
