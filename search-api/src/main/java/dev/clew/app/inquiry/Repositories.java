// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The open repositories, by service; {@code *} serves every service. Closing closes them all. */
public final class Repositories implements AutoCloseable {
  private final Map<String, GitRepository> byService;

  private Repositories(Map<String, GitRepository> byService) {
    this.byService = byService;
  }

  /** Opens each place once, also when several services share it. */
  public static Repositories open(Map<String, Path> places) {
    Map<Path, GitRepository> opened = new LinkedHashMap<>();
    Map<String, GitRepository> byService = new LinkedHashMap<>();
    places.forEach(
        (service, place) ->
            byService.put(
                service,
                opened.computeIfAbsent(place.toAbsolutePath().normalize(), GitRepository::open)));
    return new Repositories(byService);
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
