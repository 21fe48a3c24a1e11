// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import dev.clew.code.TestPaths;
import dev.clew.code.home.Home;
import dev.clew.code.mapping.PathMapping;
import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the file of a repository that a frame speaks of: by its path, else by its class. */
final class FrameFiles {
  private static final List<String> JVM_EXTENSIONS = List.of("java", "kt", "scala", "groovy");
  private static final int MOST_TRIED = 6;

  /** Folders that hold other people's code, and how names of a runtime's own frames begin. */
  private static final List<String> FOREIGN =
      List.of(
          "/site-packages/",
          "/dist-packages/",
          "/node_modules/",
          "/lib/python",
          "/lib/ruby/",
          "/gems/",
          "/rustc/",
          "/.cargo/registry/",
          "/usr/local/go/src/",
          "/usr/lib/go/src/",
          "/libexec/src/runtime/",
          "node:",
          "internal/modules/",
          "internal/process/",
          "<frozen",
          "<anonymous>",
          "<string>");

  private static final String GO_MODULES = "/go/pkg/mod/";

  private final GitRepository repository;
  private final List<Home> preferred;

  /** Among files that fit equally well, those in the first of {@code preferred} are taken. */
  FrameFiles(GitRepository repository, List<Home> preferred) {
    this.repository = repository;
    this.preferred = preferred;
  }

  /**
   * A file that a frame can mean.
   *
   * @param path path in the repository
   * @param matched how many trailing path segments agree with the frame
   */
  private record Candidate(String path, int matched) {}

  /**
   * Where a frame is.
   *
   * @param path the file; null when there is none
   * @param reason what is doubtful about it, or why there is none; null when it is certain
   * @param tried files that were looked for
   */
  record Found(@Nullable String path, @Nullable String reason, List<String> tried) {
    static Found none(String reason) {
      return new Found(null, reason, List.of());
    }
  }

  Found find(StackFrame frame, String at) {
    PathIndex index = repository.paths(at);
    String file = frame.file() == null ? "" : frame.file().replace('\\', '/');
    Optional<Found> mapped = byMapping(index, frame.module(), file);
    if (mapped.isPresent()) {
      return mapped.get();
    }
    if (file.contains("/")) {
      return byPath(index, file, at);
    }
    if (FrameNames.isGenerated(frame.module())) {
      return Found.none("the class is made at run time: no file holds it");
    }
    return byClass(index, frame.module(), file);
  }

  /** What people say goes before every guess. */
  private Optional<Found> byMapping(PathIndex index, String module, String file) {
    List<PathMapping> mappings = repository.mappings();
    if (mappings.isEmpty()) {
      return Optional.empty();
    }
    List<String> printed = file.contains("/") ? List.of(file) : classFiles(module, file);
    return printed.stream()
        .flatMap(path -> PathMapping.all(mappings, path).stream())
        .filter(index::contains)
        .findFirst()
        .map(path -> new Found(path, "found by a mapping of folders", List.of()));
  }

  private static List<String> classFiles(String module, String file) {
    List<String> folders =
        new ArrayList<>(List.of(module.substring(module.lastIndexOf('/') + 1).split("[.]|::")));
    String outer = FrameNames.outerClass(folders.removeLast());
    return names(file, outer).stream()
        .map(name -> String.join("/", Stream.concat(folders.stream(), Stream.of(name)).toList()))
        .toList();
  }

  /** The file whose path ends as {@code file} does. */
  Found byPath(PathIndex index, String printed, String at) {
    if (isForeign(printed)) {
      return Found.none("the frame is library code: " + printed);
    }
    Optional<String> own = ownModule(printed, at);
    if (own.isEmpty()) {
      return Found.none("the frame is library code: " + printed);
    }
    String[] wanted = segments(own.get());
    String name = wanted[wanted.length - 1];
    List<Candidate> found =
        index.named(name).stream()
            .map(path -> new Candidate(path, matched(path.split("/"), wanted)))
            .toList();
    if (found.isEmpty()) {
      return new Found(null, missing(name, at), suffixes(wanted));
    }
    Found chosen = choose(found, own.get(), 1);
    boolean nameOnly =
        wanted.length > 1
            && found.size() == 1
            && found.getFirst().matched == 1
            && found.getFirst().path.contains("/");
    return nameOnly && chosen.reason() == null
        ? new Found(
            chosen.path(),
            "only the file's name agrees with " + own.get() + "; its folders do not",
            List.of())
        : chosen;
  }

  private static String[] segments(String file) {
    return Arrays.stream(file.split("/"))
        .filter(segment -> !segment.isEmpty() && !segment.equals("."))
        .toArray(String[]::new);
  }

  private static boolean isForeign(String file) {
    return file.split("/").length == 0
        || FOREIGN.stream()
            .anyMatch(mark -> mark.startsWith("/") ? file.contains(mark) : file.startsWith(mark));
  }

  /**
   * The path without the version of a Go module; empty for a module in the cache that is not the
   * repository's own.
   */
  private Optional<String> ownModule(String file, String at) {
    int cache = file.indexOf(GO_MODULES);
    String plain = file.replaceAll("@v\\d[^/]*", "");
    if (cache < 0) {
      return Optional.of(plain);
    }
    String module =
        repository.source("go.mod", at).orElse(List.of()).stream()
            .filter(line -> line.startsWith("module "))
            .map(line -> line.substring("module ".length()).strip())
            .findFirst()
            .orElse("");
    String inside = plain.substring(cache + GO_MODULES.length());
    return !module.isEmpty() && inside.startsWith(module + "/")
        ? Optional.of(inside.substring(module.length() + 1))
        : Optional.empty();
  }

  private String missing(String name, String at) {
    Optional<String> head = repository.head().filter(id -> !id.equals(at));
    Optional<String> now =
        head.flatMap(id -> repository.paths(id).named(name).stream().findFirst());
    return "no file called "
        + name
        + " at this commit"
        + now.map(path -> "; HEAD has " + path + ", so another version may have run").orElse("");
  }

  /** {@code a/b/c.js}, {@code b/c.js}, {@code c.js}. */
  private static List<String> suffixes(String[] wanted) {
    List<String> all = new ArrayList<>();
    for (int from = Math.max(0, wanted.length - MOST_TRIED); from < wanted.length; from++) {
      all.add(String.join("/", Arrays.copyOfRange(wanted, from, wanted.length)));
    }
    return all;
  }

  private Found byClass(PathIndex index, String module, String file) {
    String plain = module.substring(module.lastIndexOf('/') + 1);
    if (plain.isEmpty() && !file.contains(".")) {
      return Found.none("the frame names neither a file nor a class");
    }
    List<String> folders = new ArrayList<>(List.of(plain.split("[.]|::")));
    String outer = FrameNames.outerClass(folders.isEmpty() ? "" : folders.removeLast());
    List<Candidate> found = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    for (String name : names(file, outer)) {
      List<String> wanted = new ArrayList<>(folders);
      wanted.add(name);
      tried.add(String.join("/", wanted));
      for (String path : index.named(name)) {
        found.add(new Candidate(path, matched(folders(path), wanted.toArray(String[]::new))));
      }
    }
    if (found.isEmpty()) {
      return new Found(
          null, (file.isEmpty() ? plain : file) + " is not a file of this repository", tried);
    }
    // Kotlin and C# may leave out the folders of the common package; Java may not
    boolean strict = found.stream().allMatch(candidate -> candidate.path.endsWith(".java"));
    boolean free = found.size() == 1 && found.getFirst().path.endsWith(".cs");
    int whole = folders.size() + 1;
    Found chosen = choose(found, plain, strict ? whole : free ? 1 : Math.min(2, whole));
    return chosen.path() == null ? new Found(null, chosen.reason(), tried) : chosen;
  }

  /** The folders of a path and its name; a folder of C# may be called like a namespace. */
  private static String[] folders(String path) {
    if (!path.endsWith(".cs")) {
      return path.split("/");
    }
    List<String> parts = new ArrayList<>();
    String[] segments = path.split("/");
    for (int i = 0; i + 1 < segments.length; i++) {
      parts.addAll(List.of(segments[i].split("[.]")));
    }
    parts.add(segments[segments.length - 1]);
    return parts.toArray(String[]::new);
  }

  private static Set<String> names(String file, String outer) {
    Set<String> names = new LinkedHashSet<>();
    if (file.contains(".") && !file.equals("Unknown Source")) {
      names.add(file);
      return names;
    }
    JVM_EXTENSIONS.forEach(extension -> names.add(outer + "." + extension));
    if (outer.endsWith("Kt") && outer.length() > 2) {
      names.add(outer.substring(0, outer.length() - 2) + ".kt");
    }
    names.add(outer + ".cs");
    return names;
  }

  private Found choose(List<Candidate> found, String wanted, int least) {
    List<Candidate> best =
        found.stream()
            .filter(candidate -> candidate.matched >= least)
            .sorted(
                Comparator.comparing((Candidate candidate) -> !isWhole(candidate))
                    .thenComparingInt(candidate -> -candidate.matched)
                    .thenComparingInt(candidate -> home(candidate.path))
                    .thenComparing(candidate -> TestPaths.isTest(candidate.path))
                    .thenComparing(Candidate::path))
            .toList();
    if (best.isEmpty()) {
      return Found.none("a file of that name exists, but in another package than " + wanted);
    }
    Candidate first = best.getFirst();
    List<Candidate> equal =
        best.stream().filter(candidate -> candidate.matched == first.matched).toList();
    return new Found(first.path, equal.size() == 1 ? null : doubt(first, equal), List.of());
  }

  private @Nullable String doubt(Candidate first, List<Candidate> equal) {
    int home = home(first.path);
    long others =
        equal.stream().filter(candidate -> home(candidate.path) < preferred.size()).count();
    boolean only = home < preferred.size() && (others == 1 || isWhole(first));
    if (only && preferred.get(home).told()) {
      return null;
    }
    return "%d files fit equally well, among them %s%s"
        .formatted(
            equal.size(),
            equal.get(1).path,
            home < preferred.size() ? "; taken as one of " + preferred.get(home).service() : "");
  }

  /** Place of the first preferred folder that holds the path; their number when none does. */
  private int home(String path) {
    for (int i = 0; i < preferred.size(); i++) {
      if (preferred.get(i).holds(path)) {
        return i;
      }
    }
    return preferred.size();
  }

  /** True when the frame names all of the path below a service's folder, as in its container. */
  private boolean isWhole(Candidate candidate) {
    int home = home(candidate.path);
    return home < preferred.size()
        && candidate.path.substring(preferred.get(home).folder().length() + 1).split("/").length
            <= candidate.matched;
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
}
