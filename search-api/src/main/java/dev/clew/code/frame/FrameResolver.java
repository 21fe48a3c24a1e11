// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.code.GitRepository;
import dev.clew.code.LineMap;
import dev.clew.code.PathIndex;
import dev.clew.code.home.Home;
import dev.clew.event.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the file and line of a repository that a stack frame speaks of. Thread-safe. */
public final class FrameResolver {
  private static final int SOURCE_LINES = 6;

  private final GitRepository repository;
  private final FrameFiles files;
  private final SourceMaps maps;
  private final LineRepair repair;

  /** A resolver for frames of the programs that {@code repository} holds. */
  public FrameResolver(GitRepository repository) {
    this(repository, List.of());
  }

  /** The same, where files in the folders of some services, likeliest first, are taken first. */
  public FrameResolver(GitRepository repository, List<Home> preferred) {
    this.repository = repository;
    this.files = new FrameFiles(repository, preferred);
    this.maps = new SourceMaps(repository, repository.sourceMaps().orElse(null));
    this.repair = new LineRepair(repository);
  }

  /** Where a frame is: a path, with what is doubtful about it, or why there is none. */
  public record Place(@Nullable String path, @Nullable String reason) {}

  /**
   * Where a line is at HEAD.
   *
   * @param line from 1; 0 when it is gone
   * @param same that the line is there unchanged; else another stands in its place
   */
  public record AtHead(String commit, String path, int line, boolean same) {}

  /** A frame in the words of the source, and the file it is in. */
  private record Sought(StackFrame frame, FrameFiles.Found file, boolean mapped) {}

  /** The frame's line at the commit {@code at} (a full id), with blame of the lines around it. */
  public ResolvedFrame resolve(StackFrame frame, String at) {
    Sought sought = seek(frame, at);
    String path = sought.file.path();
    if (path == null) {
      return ResolvedFrame.none(frame, sought.file.tried(), withMapHint(frame, sought.file));
    }
    LineRepair.Line place = repair.check(sought.frame, path, at);
    int line = place.line();
    String reason = joined(sought.file.reason(), place.reason(), doubt(sought, path, at));
    List<BlameLine> around =
        line == 0
            ? List.of()
            : repository.origins(path, Math.max(1, line - SOURCE_LINES), line + SOURCE_LINES, at);
    Commit changed =
        around.stream()
            .filter(each -> place.exact() && each.line() == line)
            .map(BlameLine::commit)
            .findFirst()
            .orElse(null);
    return new ResolvedFrame(
        frame,
        path,
        line,
        at,
        changed,
        around,
        List.of(),
        reason,
        FrameLinks.of(repository, path, at, line));
  }

  /** The frame's file at the commit {@code at}, without reading it. */
  public Place place(StackFrame frame, String at) {
    FrameFiles.Found found = seek(frame, at).file;
    return new Place(found.path(), found.reason());
  }

  /** Where a line of a file at {@code at} is at HEAD; empty when that is the same commit. */
  public Optional<AtHead> atHead(String path, int line, String at) {
    Optional<String> head = repository.head().filter(id -> !id.equals(at));
    if (head.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> now = repository.source(path, head.get());
    List<String> then = repository.source(path, at).orElse(List.of());
    if (now.isEmpty() || line < 1 || line > then.size()) {
      return Optional.of(new AtHead(head.get(), path, 0, false));
    }
    LineMap.Target target = LineMap.of(then, now.get()).line(line);
    return Optional.of(new AtHead(head.get(), path, target.line(), target.same()));
  }

  private Sought seek(StackFrame frame, String at) {
    FrameFiles.Found printed = files.find(frame, at);
    Optional<StackFrame> original = maps.original(frame, printed.path(), at);
    if (original.isPresent()) {
      FrameFiles.Found source = files.find(original.get(), at);
      if (source.path() != null) {
        return new Sought(original.get(), source, true);
      }
    }
    return new Sought(frame, printed, false);
  }

  private @Nullable String doubt(Sought sought, String path, String at) {
    if (sought.mapped) {
      return "by its source map";
    }
    List<String> lines = repository.source(path, at).orElse(List.of());
    return SourceMaps.isMinified(path, lines, sought.frame.line())
        ? "the file is minified and no source map was found beside it: commit "
            + PathIndex.name(path)
            + ".map, or name a folder of maps with --source-maps"
        : null;
  }

  private static @Nullable String withMapHint(StackFrame frame, FrameFiles.Found found) {
    String file = frame.file();
    return file != null && !found.tried().isEmpty() && SourceMaps.isMade(file.replace('\\', '/'))
        ? found.reason()
            + "; if it is built from others, name a folder with its source map with --source-maps"
        : found.reason();
  }

  private static @Nullable String joined(@Nullable String... reasons) {
    String all = String.join("; ", Stream.of(reasons).filter(reason -> reason != null).toList());
    return all.isEmpty() ? null : all;
  }
}
