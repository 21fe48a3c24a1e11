// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

import dev.clew.code.GitRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the folder of each service in a repository that several share. What a person told counts;
 * else, in this order: the one folder with source code that is called like the service, the one
 * folder whose build file is, and the one folder with a like name that is nobody else's.
 */
public final class HomeSearch {
  /** Most build files that are read. */
  private static final int MOST_READ = 300;

  private static final String TOLD = "as told";

  private final GitRepository repository;
  private final String at;
  private final Map<String, Home> found = new LinkedHashMap<>();
  private final Map<String, String> unknowns = new LinkedHashMap<>();

  private HomeSearch(GitRepository repository, String at) {
    this.repository = repository;
    this.at = at;
  }

  /**
   * The folders at a commit.
   *
   * @param services names that the logs and deploys know; with fewer than two nothing is guessed,
   *     since then all of the repository may be one service
   */
  public static Homes find(GitRepository repository, String at, Collection<String> services) {
    HomeSearch search = new HomeSearch(repository, at);
    repository
        .folders()
        .forEach(
            (service, folder) -> search.found.put(service, new Home(service, folder, TOLD, true)));
    Set<String> missing = new LinkedHashSet<>(services);
    missing.removeAll(search.found.keySet());
    if (services.size() >= 2 && !missing.isEmpty()) {
      search.guess(missing);
    }
    search.unknowns.keySet().removeAll(search.found.keySet());
    return new Homes(List.copyOf(search.found.values()), List.copyOf(search.unknowns.values()));
  }

  private void guess(Set<String> missing) {
    Folders folders = new Folders(repository.paths(at));
    for (String service : missing) {
      called(folders, service, name -> plain(name).equals(plain(service)));
    }
    for (String service : left(missing)) {
      called(folders, service, name -> stem(name).equals(stem(service)));
    }
    Map<String, List<BuildFiles.Named>> named = left(missing).isEmpty() ? Map.of() : named(folders);
    for (String service : left(missing)) {
      built(named, service);
    }
    for (String service : left(missing)) {
      alike(folders, service);
    }
  }

  private Set<String> left(Set<String> missing) {
    Set<String> left = new LinkedHashSet<>(missing);
    left.removeAll(found.keySet());
    return left;
  }

  private void called(Folders folders, String service, Predicate<String> name) {
    List<String> fit = folders.called(name);
    if (fit.size() == 1) {
      guessed(service, fit.getFirst(), "folder of that name");
    } else if (fit.size() > 1) {
      ambiguous(service, fit);
    }
  }

  private void built(Map<String, List<BuildFiles.Named>> named, String service) {
    Map<String, String> fit = new LinkedHashMap<>();
    named.forEach(
        (folder, names) ->
            names.stream()
                .filter(each -> stem(each.name()).equals(stem(service)))
                .findFirst()
                .ifPresent(each -> fit.put(folder, each.how())));
    if (fit.size() == 1) {
      fit.forEach((folder, how) -> guessed(service, folder, how));
    } else if (fit.size() > 1) {
      ambiguous(service, List.copyOf(fit.keySet()));
    }
  }

  private void alike(Folders folders, String service) {
    List<String> fit =
        folders.called(name -> ServiceName.fits(name, stem(service))).stream()
            .filter(
                folder -> found.values().stream().noneMatch(home -> home.folder().equals(folder)))
            .toList();
    if (fit.size() == 1) {
      guessed(service, fit.getFirst(), "folder of a like name");
    }
  }

  /** What the build files below the root name, by their folder. */
  private Map<String, List<BuildFiles.Named>> named(Folders folders) {
    Map<String, List<BuildFiles.Named>> named = new LinkedHashMap<>();
    for (String path : folders.naming().stream().limit(MOST_READ).toList()) {
      String folder = Folders.parent(path);
      if (!folder.isEmpty() && folders.hasCode(folder)) {
        Optional<BuildFiles.Named> name =
            repository.source(path, at).flatMap(lines -> BuildFiles.read(path, lines));
        name.ifPresent(each -> named.computeIfAbsent(folder, f -> new ArrayList<>()).add(each));
      }
    }
    return named;
  }

  private void guessed(String service, String folder, String how) {
    found.put(service, new Home(service, folder, how, false));
  }

  private void ambiguous(String service, List<String> folders) {
    unknowns.putIfAbsent(
        service,
        "which folder is that of %s: %s; name it with --repo %s=GITDIR:FOLDER"
            .formatted(service, String.join(" or ", folders.subList(0, 2)), service));
  }

  private static String plain(String name) {
    return ServiceName.plain(name);
  }

  private static String stem(String name) {
    return ServiceName.stem(name);
  }
}
