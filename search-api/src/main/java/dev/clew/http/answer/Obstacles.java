// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.code.Fetched;
import dev.clew.code.GitRepository;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.http.json.SuspectsJson.ObstacleJson;
import dev.clew.suspect.Investigation;
import dev.clew.suspect.content.Content;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps an answer from leading to a line of source and a commit, and how to give it. */
final class Obstacles {
  private static final String ANY_SERVICE = "*";
  private static final int MOST_CHECKED = 8;

  private final Map<String, GitRepository> repositories;
  private final @Nullable LogEvent event;
  private final SuspectReport report;
  private final List<ObstacleJson> found = new ArrayList<>();

  private Obstacles(
      Map<String, GitRepository> repositories, @Nullable LogEvent event, SuspectReport report) {
    this.repositories = repositories;
    this.event = event;
    this.report = report;
  }

  /**
   * In the order in which they stand in the way.
   *
   * @param event what is explained; null when nothing rose
   */
  static List<ObstacleJson> of(
      Map<String, GitRepository> repositories, @Nullable LogEvent event, SuspectReport report) {
    Obstacles obstacles = new Obstacles(repositories, event, report);
    if (obstacles.repository()) {
      obstacles.version();
      obstacles.frames();
      obstacles.range();
    }
    return obstacles.found;
  }

  private void add(String kind, String text, List<String> checked, String fix) {
    found.add(new ObstacleJson(kind, text, checked, fix));
  }

  private @Nullable String service() {
    return event == null ? null : event.service();
  }

  /** True when there is one, and it can be read. */
  private boolean repository() {
    String service = service();
    boolean known =
        repositories.containsKey(ANY_SERVICE)
            || (service == null ? !repositories.isEmpty() : repositories.containsKey(service));
    if (!known) {
      String whose = service == null ? "the failing service" : service;
      add(
          "no-repository",
          "No repository is known for %s: source and commits cannot be looked at.".formatted(whose),
          repositories.isEmpty()
              ? List.of("no repository was given at the start")
              : List.of(
                  "repositories are known of: "
                      + String.join(", ", new TreeSet<>(repositories.keySet()))),
          "Start with --repo %s=GITDIR: a work tree, a bare repository or a .bundle file."
              .formatted(service == null ? "SERVICE" : service));
      return false;
    }
    List<String> unreadable =
        report.unknowns().stream()
            .filter(unknown -> unknown.startsWith(Investigation.UNREADABLE))
            .map(unknown -> unknown.substring(Investigation.UNREADABLE.length()))
            .toList();
    if (!unreadable.isEmpty()) {
      add(
          "unreadable-repository",
          "A repository cannot be read: what it holds could not be looked at, or only in part.",
          unreadable,
          "Mend it or clone it anew, then start clew again.");
    }
    fetched(service);
    // of what was not read nothing else can be said to be missing
    return unreadable.isEmpty();
  }

  /** A mirror that is older than the failure may lack the commit that ran. */
  private void fetched(@Nullable String service) {
    GitRepository repository =
        service == null
            ? repositories.get(ANY_SERVICE)
            : repositories.getOrDefault(service, repositories.get(ANY_SERVICE));
    Fetched fetched = repository == null ? null : repository.fetched().orElse(null);
    if (fetched == null || event == null) {
      return;
    }
    Duration age = Duration.between(fetched.when(), event.time().instant());
    if (fetched.failure() == null && age.isNegative()) {
      return;
    }
    add(
        "not-fetched",
        fetched.failure() == null
            ? "The repository was fetched before the failure: commits since then are not known."
            : fetched.failure() + ".",
        List.of(
            "%s was last fetched at %s, %s"
                .formatted(fetched.address(), fetched.when(), beside(age))),
        "Start clew again: it fetches at its start, from hosts that --allow-fetch names.");
  }

  private static String beside(Duration age) {
    Duration size = age.abs();
    String length =
        size.toDays() > 1
            ? "%d days".formatted(size.toDays())
            : size.toHours() > 1
                ? "%d h".formatted(size.toHours())
                : "%d min".formatted(size.toMinutes());
    return length + (age.isNegative() ? " after the failure" : " before the failure");
  }

  private void version() {
    Optional<Running> guessed =
        report.running().stream()
            .filter(each -> !each.sure())
            .filter(each -> report.running().size() == 1 || owns(each))
            .findFirst();
    if (guessed.isEmpty()) {
      return;
    }
    String service = Objects.requireNonNullElse(service(), "The failing service");
    String version = event == null ? null : event.version();
    String until = "Until then: %s.".formatted(guessed.get().how());
    if (version == null) {
      add(
          "no-version",
          "%s logs no version, and no deploy names a commit. %s".formatted(service, until),
          List.of(
              "field version of the event: empty",
              "deploys of %s before the failure: none that names a commit".formatted(service)),
          "Log the version (service.version or version), or name deploys with --changes;"
              + " a deploy's commit is enough.");
    } else {
      add(
          "unknown-commit",
          "%s ran %s, but which commit that is, is not known. %s"
              .formatted(service, version, until),
          List.of(
              "deploys of %s before the failure: none of a commit that is known".formatted(service),
              "tags and commits of the repository: none that %s names".formatted(version)),
          "Give the deploy with its commit in --changes, or tag the commit with the version.");
    }
  }

  /** True when the repository is the one of the failing service. */
  private boolean owns(Running running) {
    String service = service();
    GitRepository repository =
        service == null ? null : repositories.getOrDefault(service, repositories.get(ANY_SERVICE));
    return repository == null || repository.resolve(running.commit()).isPresent();
  }

  private void frames() {
    List<ResolvedFrame> frames = own();
    if (frames.isEmpty()) {
      add(
          "no-trace",
          "Nothing that failed carries a stack trace: the suspects rest on what was logged and when.",
          List.of("stack traces of the failing events: none"),
          "Log exceptions with their stack trace.");
      return;
    }
    List<ResolvedFrame> built = frames.stream().filter(Obstacles::lacksMap).toList();
    if (!built.isEmpty()) {
      add(
          "minified",
          "A frame is of a script that was built from others, and its source map was not found.",
          shown(built.stream().map(Obstacles::printed).map(file -> file + ".map")),
          "Commit the map beside the script, or name a folder of maps with --source-maps.");
    }
    if (frames.stream().anyMatch(ResolvedFrame::isFound)) {
      return;
    }
    List<ResolvedFrame> missing =
        frames.stream().filter(frame -> !frame.tried().isEmpty()).toList();
    if (missing.isEmpty()) {
      add(
          "no-app-frames",
          "All %d frames are of libraries: no line of the application is in the stack."
              .formatted(frames.size()),
          shown(
              frames.stream()
                  .map(frame -> Objects.requireNonNullElse(frame.reason(), printed(frame)))),
          "Look at the cause's own stack, or at what the application logged just before.");
    } else {
      add(
          "no-file",
          "No frame's file is in the repository at this commit.",
          shown(missing.stream().flatMap(frame -> frame.tried().stream())),
          "Say which folder of the repository holds it (below, or --map PREFIX=FOLDER), or give the"
              + " repository that holds %s, or the commit that ran."
                  .formatted(missing.getFirst().tried().getFirst()));
    }
  }

  /** Those that the event itself prints; where it prints none, of all that failed. */
  private List<ResolvedFrame> own() {
    StackTrace thrown = event == null ? null : event.exception();
    if (thrown == null) {
      return report.frames();
    }
    Set<StackFrame> printed =
        thrown.chain().stream()
            .flatMap(trace -> trace.frames().stream())
            .collect(Collectors.toSet());
    List<ResolvedFrame> own =
        report.frames().stream().filter(frame -> printed.contains(frame.frame())).toList();
    return own.isEmpty() ? report.frames() : own;
  }

  /** The first few, each once, and how many more there are. */
  private static List<String> shown(Stream<String> lines) {
    List<String> all = lines.distinct().toList();
    return all.size() <= MOST_CHECKED
        ? all
        : Stream.concat(
                all.stream().limit(MOST_CHECKED),
                Stream.of("and %d more".formatted(all.size() - MOST_CHECKED)))
            .toList();
  }

  private static String printed(ResolvedFrame frame) {
    String file = frame.frame().file();
    return file == null || file.isEmpty() ? frame.frame().qualifiedFunction() : file;
  }

  private static boolean lacksMap(ResolvedFrame frame) {
    return frame.reason() != null && frame.reason().contains("--source-maps");
  }

  private void range() {
    Set<String> paths =
        report.frames().stream()
            .filter(ResolvedFrame::isFound)
            .map(frame -> String.valueOf(frame.path()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean touched =
        report.suspects().stream()
            .filter(suspect -> suspect.kind() == Suspect.Kind.COMMIT)
            .flatMap(suspect -> suspect.evidence().stream())
            .map(Evidence::file)
            .anyMatch(paths::contains);
    if (paths.isEmpty() || touched) {
      return;
    }
    long commits = count(Suspect.Kind.COMMIT);
    long cleared =
        report.cleared().stream().filter(one -> one.kind() == Suspect.Kind.COMMIT).count();
    add(
        "nothing-touches",
        "%d commits checked, none under suspicion touches the files of the stack."
            .formatted(commits + cleared),
        shown(paths.stream()),
        "Look at what else changed: config %d, dependencies %d, flags %d, deploys %d, operational %d."
            .formatted(
                count(Suspect.Kind.CONFIG),
                dependencies(),
                count(Suspect.Kind.FLAG),
                count(Suspect.Kind.DEPLOY),
                count(Suspect.Kind.OPERATIONAL)));
  }

  /** Suspected commits that change the version of something they depend on. */
  private long dependencies() {
    return report.suspects().stream()
        .filter(
            suspect ->
                suspect.contents().all().stream()
                    .anyMatch(content -> content.kind() == Content.Kind.DEPENDENCY))
        .count();
  }

  private long count(Suspect.Kind kind) {
    return report.suspects().stream().filter(suspect -> suspect.kind() == kind).count();
  }
}
