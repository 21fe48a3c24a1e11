// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.code.remote.FetchLimits;
import dev.clew.code.remote.Fetching;
import dev.clew.code.remote.Opener;
import dev.clew.code.remote.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open repositories, by service; {@code *} serves every service. Closing closes them all. */
public final class Repositories implements AutoCloseable {
  private static final String ANY_SERVICE = "*";
  private static final int MOST_SHOWN = 12;

  private final Map<String, GitRepository> byService;

  private Repositories(Map<String, GitRepository> byService) {
    this.byService = byService;
  }

  /** Opens each place once, also when several services share it. */
  public static Repositories open(
      Map<String, Place> places, AllowedHosts allowed, Surroundings surroundings) {
    Opener opener = opener(allowed, surroundings);
    Map<Place, GitRepository> opened = new LinkedHashMap<>();
    Map<String, GitRepository> byService = new LinkedHashMap<>();
    Map<GitRepository, Map<String, String>> folders = new LinkedHashMap<>();
    try {
      places.forEach(
          (service, place) -> {
            GitRepository repository = opened.computeIfAbsent(place.whole(), opener::open);
            byService.put(service, repository);
            if (!place.folder().isEmpty()) {
              check(repository, place);
              folders
                  .computeIfAbsent(repository, any -> new LinkedHashMap<>())
                  .put(service, place.folder());
            }
          });
    } catch (RuntimeException wrong) {
      opened.values().forEach(GitRepository::close);
      throw wrong;
    }
    folders.forEach(GitRepository::withFolders);
    return new Repositories(byService);
  }

  /** Opens one place; its folder is that of every service. */
  public static GitRepository open(Place place, AllowedHosts allowed, Surroundings surroundings) {
    return open(Map.of(ANY_SERVICE, place), allowed, surroundings).all().iterator().next();
  }

  private static Opener opener(AllowedHosts allowed, Surroundings surroundings) {
    return new Opener(
        new Fetching(
            allowed,
            FetchLimits.STANDARD,
            surroundings.cache(),
            surroundings.clock(),
            surroundings.environment(),
            note -> surroundings.console().note("clew: " + Console.safe(note, 400))));
  }

  /** A folder that is not there would silently clear every commit. */
  private static void check(GitRepository repository, Place place) {
    Optional<String> head = repository.head();
    if (head.isEmpty()) {
      return;
    }
    PathIndex index = repository.paths(head.get());
    String inside = place.folder() + "/";
    if (index.paths().stream().noneMatch(path -> path.startsWith(inside))) {
      List<String> folders =
          index.paths().stream()
              .filter(path -> path.contains("/"))
              .map(path -> path.substring(0, path.indexOf('/')))
              .distinct()
              .limit(MOST_SHOWN)
              .toList();
      throw new GitException(
          "%s has no folder %s at HEAD; at its top there are: %s"
              .formatted(place.text(), place.folder(), String.join(", ", folders)));
    }
  }

  /** Each of them once. */
  public Collection<GitRepository> all() {
    return byService.values().stream().distinct().toList();
  }

  public Map<String, GitRepository> byService() {
    return byService;
  }

  @Override
  public void close() {
    all().forEach(GitRepository::close);
  }
}
