// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.code.GitRepository;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.event.LogEvent;
import dev.clew.http.json.SuspectsJson.ObstacleJson;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps an answer from leading to a line of source and a commit, and how to give it. */
final class Obstacles {
  private static final String ANY_SERVICE = "*";

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

  private void add(String kind, String text, String fix) {
    found.add(new ObstacleJson(kind, text, fix));
  }

  private @Nullable String service() {
    return event == null ? null : event.service();
  }

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
          "Start with --repo %s=GITDIR: a work tree, a bare repository or a .bundle file."
              .formatted(service == null ? "SERVICE" : service));
    }
    return known;
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
          "Log the version (service.version or version), or name deploys with --changes;"
              + " a deploy's commit is enough.");
    } else {
      add(
          "unknown-commit",
          "%s ran %s, but which commit that is, is not known. %s"
              .formatted(service, version, until),
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
    List<ResolvedFrame> frames = report.frames();
    if (frames.isEmpty()) {
      add(
          "no-trace",
          "Nothing that failed carries a stack trace: the suspects rest on what was logged and when.",
          "Log exceptions with their stack trace.");
      return;
    }
    if (frames.stream().anyMatch(Obstacles::lacksMap)) {
      add(
          "minified",
          "A frame is of a script that was built from others, and its source map was not found.",
          "Commit the map beside the script, or name a folder of maps with --source-maps.");
    }
    if (frames.stream().anyMatch(ResolvedFrame::isFound)) {
      return;
    }
    List<String> tried = frames.stream().flatMap(frame -> frame.tried().stream()).toList();
    boolean library = tried.isEmpty();
    if (library) {
      add(
          "no-app-frames",
          "All %d frames are of libraries: no line of the application is in the stack."
              .formatted(frames.size()),
          "Look at the cause's own stack, or at what the application logged just before.");
    } else {
      add(
          "no-file",
          "No frame's file is in the repository at this commit.",
          "Give the repository that holds %s, or the commit that ran.".formatted(tried.getFirst()));
    }
  }

  private static boolean lacksMap(ResolvedFrame frame) {
    return frame.reason() != null && frame.reason().contains("--source-maps");
  }

  private void range() {
    Set<String> paths =
        report.frames().stream()
            .filter(ResolvedFrame::isFound)
            .map(frame -> String.valueOf(frame.path()))
            .collect(Collectors.toSet());
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
        "%d commits checked, none touches the files of the stack.".formatted(commits + cleared),
        "Look at what else changed: config %d, flags %d, deploys %d, operational %d."
            .formatted(
                count(Suspect.Kind.CONFIG),
                count(Suspect.Kind.FLAG),
                count(Suspect.Kind.DEPLOY),
                count(Suspect.Kind.OPERATIONAL)));
  }

  private long count(Suspect.Kind kind) {
    return report.suspects().stream().filter(suspect -> suspect.kind() == kind).count();
  }
}
