// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.PushedCommit;
import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.code.Versions;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.code.home.Home;
import dev.clew.code.home.HomeSearch;
import dev.clew.code.home.Homes;
import dev.clew.event.LogEvent;
import dev.clew.explain.Comparer;
import dev.clew.explain.Comparison;
import dev.clew.explain.EventSet;
import dev.clew.store.LogStore;
import dev.clew.suspect.clue.Clues;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import dev.clew.suspect.operational.Operational;
import dev.clew.suspect.operational.Traffic;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Rollout;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Scenes;
import dev.clew.suspect.scene.ServiceNames;
import dev.clew.suspect.scene.Touch;
import dev.clew.suspect.symptom.Alert;
import dev.clew.suspect.symptom.Symptom;
import dev.clew.suspect.symptom.Symptoms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows an incident from its logs to the change behind it, or to none. */
public final class Investigation {
  /** Most commits of a repository that are considered, newest first. */
  public static final int MAX_HISTORY = 2_000;

  /** How the unknown begins that names a repository which is empty or damaged. */
  public static final String UNREADABLE = "a repository could not be read: ";

  /** Most deploys whose commits are looked at though HEAD does not reach them, newest first. */
  private static final int MAX_DEPLOYS = 50;

  /** Key of the repository of every service that has none of its own. */
  private static final String ANY_SERVICE = "*";

  /** From here on an operational cause speaks against commits that have no hand in the failure. */
  private static final double EXPLAINED = 0.6;

  private static final double EXPLAINED_AWAY = -0.3;

  private final @Nullable LogEvent asked;
  private final Map<String, GitRepository> repositories;
  private final List<Change> changes;
  private final Symptom symptom;
  private final CarriedVersions versions;
  private final Optional<LogStore> store;
  private final List<Suspect> operational;
  private final Ranking ranking = new Ranking(Clues.ofIncident());
  private final Linker linker = new Linker();
  private final List<Running> running = new ArrayList<>();
  private final List<ResolvedFrame> frames = new ArrayList<>();
  private final List<Home> folders = new ArrayList<>();
  private final List<String> unknowns = new ArrayList<>();

  private Investigation(
      @Nullable LogEvent asked,
      Map<String, GitRepository> repositories,
      List<Change> changes,
      Symptom symptom,
      CarriedVersions versions,
      Optional<LogStore> store,
      List<Suspect> operational) {
    this.asked = asked;
    this.repositories = repositories;
    this.changes = changes;
    this.symptom = symptom;
    this.versions = versions;
    this.store = store;
    this.operational = operational;
  }

  /**
   * Compares {@code now} with {@code before} and ranks what may be behind the difference.
   *
   * @param now events of the incident
   * @param before events of a normal time; may be empty
   * @param repositories source code by service; {@code "*"} stands for any service
   * @param changes deploys, settings and flags; asked for once the events are compared
   * @param alert the monitor that fired
   */
  public static Report investigate(
      EventSet now,
      EventSet before,
      Map<String, GitRepository> repositories,
      Supplier<List<Change>> changes,
      Optional<Alert> alert) {
    return investigate(now, before, repositories, changes, alert, null);
  }

  /**
   * The same, asked about one event.
   *
   * @param asked event whose trace is followed, and whose service's commit is looked at where
   *     several run from one repository; null takes what rose, and the service that fails first
   */
  public static Report investigate(
      EventSet now,
      EventSet before,
      Map<String, GitRepository> repositories,
      Supplier<List<Change>> changes,
      Optional<Alert> alert,
      @Nullable LogEvent asked) {
    Comparison comparison = new Comparer().compare(now, before);
    Symptom found = Symptoms.of(comparison, alert);
    Symptom symptom = asked == null ? found : Symptoms.asked(found, asked);
    List<Suspect> operational =
        Operational.signs().stream()
            .flatMap(sign -> sign.look(symptom).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    Traffic.of(now, before, symptom).look().ifPresent(operational::add);
    return new Report(
        comparison,
        new Investigation(
                asked,
                repositories,
                changes.get(),
                symptom,
                CarriedVersions.of(comparison, asked),
                Optional.of(now.store()),
                operational)
            .rank());
  }

  static SuspectReport rank(
      Map<String, GitRepository> repositories,
      List<Change> changes,
      Symptom symptom,
      List<Suspect> operational) {
    return new Investigation(
            null,
            repositories,
            changes,
            symptom,
            CarriedVersions.none(),
            Optional.empty(),
            operational)
        .rank();
  }

  private SuspectReport rank() {
    Set<Deploy> unresolved = new LinkedHashSet<>();
    List<Scene> scenes = new ArrayList<>();
    for (Map.Entry<GitRepository, List<Change>> entry : byRepository().entrySet()) {
      Optional<Scene> scene = readable(entry.getKey(), entry.getValue());
      scene.ifPresent(
          found -> {
            unresolved.addAll(found.rollout().unresolved());
            scenes.add(found);
          });
    }
    rankChanges(
        scenes.isEmpty() ? Scenes.withoutCode(symptom, names()) : scenes.get(0),
        scenes.isEmpty(),
        unresolved);
    ranking.add(operational);
    note();
    return new SuspectReport(
        linker.link(ranking.suspects()), ranking.cleared(), frames, running, folders, unknowns);
  }

  /** Each repository once, with the deploys of the services it holds. */
  private Map<GitRepository, List<Change>> byRepository() {
    Map<GitRepository, List<Change>> found = new LinkedHashMap<>();
    repositories.forEach(
        (service, repository) ->
            found
                .computeIfAbsent(repository, r -> new ArrayList<>())
                .addAll(changes.stream().filter(change -> concerns(service, change)).toList()));
    return found;
  }

  private boolean concerns(String service, Change change) {
    boolean owned = change.service() != null && repositories.containsKey(change.service());
    return service.equals(ANY_SERVICE) ? !owned : service.equals(change.service());
  }

  /** A damaged repository takes nothing from what the others, and the logs, tell. */
  private Optional<Scene> readable(GitRepository repository, List<Change> concerned) {
    try {
      return rankCommits(repository, concerned);
    } catch (GitException damaged) {
      unknowns.add(UNREADABLE + damaged.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Scene> rankCommits(GitRepository repository, List<Change> concerned) {
    Optional<String> head = repository.head();
    if (head.isEmpty()) {
      unknowns.add(UNREADABLE + repository.path() + " has no commit that can be read");
      return Optional.empty();
    }
    Running ran =
        new WhatRan(symptom, services(), versions, store, unknowns::add)
            .find(repository, concerned, service -> holds(repository, service), head.get());
    running.add(ran);
    String at = ran.commit();
    List<Commit> history = history(repository, head.get(), at, concerned);
    Homes homes = HomeSearch.find(repository, at, servicesOf(repository));
    folders.addAll(homes.all());
    unknowns.addAll(homes.unknowns());
    Scenes.Staged staged =
        Scenes.stage(repository, at, history, symptom, concerned, names().in(homes));
    for (Candidate.OfCommit candidate : staged.candidates()) {
      ranking.weigh(
          candidate,
          staged.scene(),
          explainedAway(staged.scene().code().touches(candidate.commit().id())));
    }
    if (staged.unread() > 0) {
      unknowns.add(
          "%d of %d commits were not read: they have no hand in the failing code and are older"
              .formatted(staged.unread(), history.size()));
    }
    if (history.size() >= MAX_HISTORY) {
      unknowns.add("only the newest %d commits were considered".formatted(MAX_HISTORY));
    }
    frames.addAll(staged.scene().code().frames());
    linker.add(repository, at, staged.scene().rollout());
    return Optional.of(staged.scene());
  }

  /** The service that is asked about, then those that fail. */
  private List<String> services() {
    List<String> services = new ArrayList<>(symptom.services());
    if (asked != null && asked.service() != null) {
      services.addFirst(asked.service());
    }
    return services;
  }

  private boolean holds(GitRepository repository, String service) {
    return repository.equals(repositories.getOrDefault(service, repositories.get(ANY_SERVICE)));
  }

  /** What HEAD reaches, and what ran, or was deployed, when HEAD does not reach it. */
  private static List<Commit> history(
      GitRepository repository, String head, String at, List<Change> concerned) {
    Map<String, Commit> commits = new LinkedHashMap<>();
    Stream<String> deployed =
        concerned.stream()
            .filter(Deploy.class::isInstance)
            .map(Deploy.class::cast)
            .sorted(Comparator.comparing(Deploy::time).reversed())
            .limit(MAX_DEPLOYS)
            .flatMap(deploy -> Rollout.commit(repository, deploy).stream())
            .map(Versions.Found::commit);
    for (String tip : Stream.concat(Stream.of(head, at), deployed).toList()) {
      if (!commits.containsKey(tip)) {
        repository
            .commits(CommitRange.upTo(tip, MAX_HISTORY))
            .forEach(commit -> commits.putIfAbsent(commit.id(), commit));
      }
    }
    return commits.values().stream()
        .sorted(Comparator.comparing(Commit::time).reversed())
        .limit(MAX_HISTORY)
        .toList();
  }

  private void rankChanges(Scene scene, boolean withoutCode, Collection<Deploy> unresolved) {
    for (Change change : changes) {
      boolean carriedByCommits =
          change instanceof Deploy deploy && !withoutCode && !unresolved.contains(deploy);
      // that it was pushed says nothing; its edits are judged where its repository is known
      if (!carriedByCommits && !(change instanceof PushedCommit)) {
        ranking.weigh(new Candidate.OfChange(change), scene, explainedAway(List.of()));
      }
    }
  }

  private List<Evidence> explainedAway(List<Touch> touches) {
    Optional<Suspect> cause =
        operational.stream()
            .filter(suspect -> suspect.score() >= EXPLAINED)
            .max(Comparator.comparingDouble(Suspect::score));
    boolean atFault =
        !symptom.traces().isEmpty()
            && touches.stream()
                .anyMatch(touch -> touch.kind() == Touch.Kind.LINE && touch.rank() == 0);
    return cause.isEmpty() || atFault
        ? List.of()
        : List.of(
            Evidence.of(
                EXPLAINED_AWAY,
                "the failure itself names "
                    + cause.get().title()
                    + ", which explains it without any change"));
  }

  /** The services whose code a repository may hold. */
  private Set<String> servicesOf(GitRepository repository) {
    return names().all().stream()
        .filter(
            service ->
                repositories.getOrDefault(service, repositories.get(ANY_SERVICE)) == repository)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private ServiceNames names() {
    Set<String> services = new LinkedHashSet<>(symptom.services());
    changes.stream().map(Change::service).filter(service -> service != null).forEach(services::add);
    return new ServiceNames(services);
  }

  private void note() {
    if (symptom.messages().isEmpty()) {
      unknowns.add("no error is new or more frequent: there is no symptom to explain");
    }
    if (symptom.onset() == null) {
      unknowns.add("when it began is not known, so no change can be ruled out by its time");
    }
    if (repositories.isEmpty()) {
      unknowns.add("no repository was given: commits could not be looked at; name one with --repo");
    }
    long pushed = changes.stream().filter(PushedCommit.class::isInstance).count();
    if (repositories.isEmpty() && pushed > 0) {
      unknowns.add(
          "%d pushed commits were not looked at: what they edit is not known".formatted(pushed));
    }
    if (changes.stream().allMatch(change -> change.inferred() != null)) {
      unknowns.add(
          "no changes were given: deploys, settings and flags could not be looked at; name a file with --changes");
    }
  }
}
