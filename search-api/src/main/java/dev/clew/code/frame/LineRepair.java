// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.CodeBlock;
import dev.clew.code.Commit;
import dev.clew.code.GitRepository;
import dev.clew.code.LineMap;
import dev.clew.event.StackFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a frame's line is not in the function that the frame names, so that another version
 * of the file ran than the one looked at, and finds where the same code is in this one.
 */
final class LineRepair {
  /** Most versions of a file in which the line is looked for, the nearest in time. */
  private static final int MAX_READ = 30;

  /** Most versions, from each end, among which they are chosen. */
  private static final int MAX_VERSIONS = 200;

  private static final int MAX_WALKED = 10_000;

  /** Share of the versions that must agree before a commit is charged with the line. */
  private static final double SURE = 0.75;

  private final GitRepository repository;

  LineRepair(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * Where the frame is.
   *
   * @param line from 1; 0 when unknown
   * @param exact that it is that very line; else only the function is known
   * @param reason what was found to disagree; null when nothing was
   */
  record Line(int line, boolean exact, @Nullable String reason) {}

  /**
   * A version in which the line is in the function, and where that line is in the one asked for.
   */
  private record Sighting(Commit commit, LineMap.Target target) {}

  Line check(StackFrame frame, String path, String at) {
    List<String> lines = repository.source(path, at).orElse(List.of());
    String function = FrameNames.function(frame);
    boolean inside = frame.line() <= lines.size();
    // what initialises fields runs in the constructor, and stands outside of it
    boolean constructor = frame.function().equals("<init>") || frame.function().equals(".ctor");
    if (frame.line() == 0 || lines.isEmpty() || (inside && (function.isEmpty() || constructor))) {
      return new Line(frame.line(), true, null);
    }
    List<CodeBlock> named = named(path, lines, function);
    if (named.stream().anyMatch(block -> contains(block, frame.line()))) {
      return new Line(frame.line(), true, null);
    }
    if (named.isEmpty()) {
      return inside
          ? new Line(frame.line(), true, null)
          : new Line(0, false, pastTheEnd(frame, path, at));
    }
    String doubt =
        inside
            ? "line %d is not in %s at %s: another version ran"
                .formatted(frame.line(), function, at.substring(0, 8))
            : pastTheEnd(frame, path, at);
    return elsewhere(frame, path, at, function, lines, doubt)
        .orElseGet(
            () -> {
              CodeBlock block =
                  named.stream()
                      .min(Comparator.comparingInt(each -> distance(each, frame.line())))
                      .orElseThrow();
              return new Line(
                  block.from(),
                  false,
                  "%s; here %s is at lines %d to %d"
                      .formatted(doubt, function, block.from(), block.to()));
            });
  }

  private static String pastTheEnd(StackFrame frame, String path, String at) {
    return "line %d is past the end of %s at %s; another version ran%s"
        .formatted(
            frame.line(),
            path,
            at.substring(0, 8),
            path.endsWith(".kt") ? ", or the line is of an inlined function" : "");
  }

  /** By a version of the file in which the line is in the function, the nearest in time. */
  private Optional<Line> elsewhere(
      StackFrame frame, String path, String at, String function, List<String> lines, String doubt) {
    Instant time = repository.commit(at).time();
    Map<String, Commit> versions = new LinkedHashMap<>();
    repository
        .touching(path, at, MAX_VERSIONS, MAX_WALKED)
        .forEach(commit -> versions.put(commit.id(), commit));
    repository
        .head()
        .filter(head -> !head.equals(at))
        .ifPresent(
            head ->
                repository
                    .touching(path, head, MAX_VERSIONS, MAX_WALKED)
                    .forEach(commit -> versions.put(commit.id(), commit)));
    List<Sighting> sightings =
        versions.values().stream()
            .sorted(Comparator.comparing(commit -> Duration.between(commit.time(), time).abs()))
            .limit(MAX_READ)
            .flatMap(commit -> sighting(frame, path, commit, function, lines).stream())
            .toList();
    return likeliest(sightings, function, doubt);
  }

  /** The line on which most versions agree; of equals, that of the version nearest in time. */
  private static Optional<Line> likeliest(List<Sighting> sightings, String function, String doubt) {
    Map<Integer, List<Sighting>> byLine = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      byLine.computeIfAbsent(sighting.target().line(), line -> new ArrayList<>()).add(sighting);
    }
    List<Sighting> most = List.of();
    for (List<Sighting> agreeing : byLine.values()) {
      most = agreeing.size() > most.size() ? agreeing : most;
    }
    if (most.isEmpty()) {
      return Optional.empty();
    }
    Sighting first = most.getFirst();
    boolean sure = most.size() >= SURE * sightings.size();
    String others =
        byLine.size() == 1
            ? ""
            : "; %d of %d versions agree on it".formatted(most.size(), sightings.size());
    return Optional.of(
        new Line(
            first.target().line(),
            sure && first.target().same(),
            "%s; as of %s that line is in %s, and %s line %d here%s"
                .formatted(
                    doubt,
                    first.commit().id().substring(0, 8),
                    function,
                    first.target().same() ? "the same code is" : "was replaced by",
                    first.target().line(),
                    others)));
  }

  /** Where the frame's line leads by a version of the file; none where it cannot have run there. */
  private Optional<Sighting> sighting(
      StackFrame frame, String path, Commit commit, String function, List<String> lines) {
    List<String> version = repository.source(path, commit.id()).orElse(List.of());
    boolean fits =
        frame.line() <= version.size()
            && version.get(frame.line() - 1).chars().anyMatch(Character::isLetterOrDigit)
            && named(path, version, function).stream()
                .anyMatch(block -> contains(block, frame.line()));
    if (!fits) {
      return Optional.empty();
    }
    LineMap.Target target = LineMap.of(version, lines).line(frame.line());
    return target.line() == 0 ? Optional.empty() : Optional.of(new Sighting(commit, target));
  }

  private static List<CodeBlock> named(String path, List<String> lines, String function) {
    return function.isEmpty()
        ? List.of()
        : CodeBlock.functions(path, lines).stream()
            .filter(block -> block.name().equals(function))
            .toList();
  }

  private static boolean contains(CodeBlock block, int line) {
    return block.from() <= line && line <= block.to();
  }

  private static int distance(CodeBlock block, int line) {
    return line < block.from() ? block.from() - line : Math.max(0, line - block.to());
  }
}
