// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the file and line of a repository that a stack frame speaks of. Thread-safe. */
public final class FrameResolver {
  private static final int SOURCE_LINES = 6;
  private static final List<String> JVM_EXTENSIONS = List.of("java", "kt", "scala", "groovy");

  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "test", "tests", "testdata", "__tests__", "spec", "specs", "it", "fixtures", "testing");

  /** Folders that hold other people's code, and how names of a runtime's own frames begin. */
  private static final List<String> FOREIGN =
      List.of(
          "/site-packages/",
          "/dist-packages/",
          "/node_modules/",
          "/lib/python",
          "/usr/local/go/src/",
          "/libexec/src/runtime/",
          "/go/pkg/mod/",
          "node:internal",
          "internal/modules/",
          "internal/process/",
          "<frozen",
          "<anonymous>",
          "<string>");

  private final GitRepository repository;

  /** A resolver for frames of the programs that {@code repository} holds. */
  public FrameResolver(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * A file that a frame can mean.
   *
   * @param path path in the repository
   * @param matched how many trailing path segments agree with the frame
   */
  private record Candidate(String path, int matched) {}

  /** Where a frame is: a path, with what is doubtful about it, or why there is none. */
  public record Place(@Nullable String path, @Nullable String reason) {
    static Place none(String reason) {
      return new Place(null, reason);
    }
  }

  /** The frame's line at the commit {@code at} (a full id), with blame of the lines around it. */
  public ResolvedFrame resolve(StackFrame frame, String at) {
    Place place = place(frame, at);
    String path = place.path();
    if (path == null) {
      return new ResolvedFrame(frame, null, null, null, List.of(), place.reason());
    }
    List<BlameLine> blame = repository.blame(path, at);
    if (frame.line() > blame.size()) {
      String reason =
          "line %d is past the end of %s at %s; another version ran"
              .formatted(frame.line(), path, at.substring(0, 8));
      return new ResolvedFrame(
          frame, path, at, null, List.of(), blame.isEmpty() ? place.reason() : reason);
    }
    List<BlameLine> around =
        blame.stream()
            .filter(
                line -> frame.line() > 0 && Math.abs(line.line() - frame.line()) <= SOURCE_LINES)
            .toList();
    Commit changed =
        around.stream()
            .filter(line -> line.line() == frame.line())
            .map(BlameLine::commit)
            .findFirst()
            .orElse(null);
    return new ResolvedFrame(frame, path, at, changed, around, place.reason());
  }

  /** The frame's file at the commit {@code at}, without reading it. */
  public Place place(StackFrame frame, String at) {
    PathIndex index = repository.paths(at);
    String file = frame.file() == null ? "" : frame.file().replace('\\', '/');
    if (file.contains("/")) {
      return isForeign(file)
          ? Place.none("the frame is library code: " + file)
          : byPath(index, file);
    }
    return byClass(index, frame.module(), file);
  }

  private static boolean isForeign(String file) {
    return FOREIGN.stream()
        .anyMatch(mark -> mark.startsWith("/") ? file.contains(mark) : file.startsWith(mark));
  }

  private static Place byPath(PathIndex index, String file) {
    String[] wanted = file.split("/");
    List<Candidate> found =
        index.named(wanted[wanted.length - 1]).stream()
            .map(path -> new Candidate(path, matched(path.split("/"), wanted)))
            .toList();
    if (found.isEmpty()) {
      return Place.none("no file called " + wanted[wanted.length - 1] + " at this commit");
    }
    return choose(found, file, 1);
  }

  private static Place byClass(PathIndex index, String module, String file) {
    String plain = module.substring(module.lastIndexOf('/') + 1);
    List<String> segments = new ArrayList<>(List.of(plain.split("\\.")));
    String outer = segments.remove(segments.size() - 1).split("\\$", 2)[0];
    List<Candidate> found = new ArrayList<>();
    for (String name : names(file, outer)) {
      List<String> wanted = new ArrayList<>(segments);
      wanted.add(name);
      String[] suffix = wanted.toArray(String[]::new);
      index
          .named(name)
          .forEach(path -> found.add(new Candidate(path, matched(path.split("/"), suffix))));
    }
    if (found.isEmpty()) {
      return Place.none((file.isEmpty() ? plain : file) + " is not a file of this repository");
    }
    // Kotlin may leave out the folders of the common package; Java may not
    boolean strict = found.stream().allMatch(candidate -> candidate.path.endsWith(".java"));
    return choose(found, plain, strict ? segments.size() + 1 : Math.min(2, segments.size() + 1));
  }

  private static Set<String> names(String file, String outer) {
    Set<String> names = new LinkedHashSet<>();
    if (file.contains(".") && !file.equals("Unknown Source")) {
      names.add(file);
    } else {
      JVM_EXTENSIONS.forEach(extension -> names.add(outer + "." + extension));
    }
    return names;
  }

  private static Place choose(List<Candidate> found, String wanted, int least) {
    List<Candidate> best =
        found.stream()
            .filter(candidate -> candidate.matched >= least)
            .sorted(
                Comparator.comparingInt((Candidate candidate) -> -candidate.matched)
                    .thenComparing(candidate -> isTest(candidate.path))
                    .thenComparing(Candidate::path))
            .toList();
    if (best.isEmpty()) {
      return Place.none("a file of that name exists, but in another package than " + wanted);
    }
    Candidate first = best.get(0);
    Optional<Candidate> rival =
        best.stream().skip(1).filter(candidate -> candidate.matched == first.matched).findFirst();
    return new Place(
        first.path,
        rival
            .map(
                other ->
                    "%d files fit equally well, among them %s"
                        .formatted(
                            best.stream().filter(c -> c.matched == first.matched).count(),
                            other.path))
            .orElse(null));
  }

  private static int matched(String[] path, String[] wanted) {
    int count = 0;
    while (count < path.length
        && count < wanted.length
        && path[path.length - 1 - count].equals(wanted[wanted.length - 1 - count])) {
      count++;
    }
    return count;
  }

  /** True when the path is that of a test, by the usual names of folders and files. */
  public static boolean isTest(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = PathIndex.name(path);
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return Stream.of(lower.split("/"))
            .limit(Math.max(0, lower.chars().filter(c -> c == '/').count()))
            .anyMatch(TEST_FOLDERS::contains)
        || stem.endsWith("Test")
        || stem.endsWith("Tests")
        || stem.endsWith("IT")
        || stem.endsWith("_test")
        || stem.startsWith("test_")
        || lower.contains(".test.")
        || lower.contains(".spec.");
  }
}
