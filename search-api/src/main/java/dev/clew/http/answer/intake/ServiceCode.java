// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.http.json.intake.SourcesJson.CodeJson;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the source code of services is, and how that is known. */
final class ServiceCode {
  private static final String ANY = "*";

  private final Map<String, GitRepository> repositories;

  ServiceCode(Map<String, GitRepository> repositories) {
    this.repositories = repositories;
  }

  /** Those of {@code versions}, groups by service and version, the busiest first. */
  List<CodeJson> of(Groups versions) {
    Map<String, Long> events = new LinkedHashMap<>();
    Map<String, Group> latest = new LinkedHashMap<>();
    for (Group group : versions.groups()) {
      String service = group.keys().getFirst();
      events.merge(service, group.count(), Long::sum);
      if (!group.keys().getLast().isEmpty()) {
        latest.merge(service, group, (old, own) -> old.last() >= own.last() ? old : own);
      }
    }
    List<CodeJson> services = new ArrayList<>();
    events.forEach(
        (service, count) -> {
          if (!service.isEmpty()) {
            Group last = latest.get(service);
            services.add(of(service, count, last == null ? null : last.keys().getLast()));
          }
        });
    return services;
  }

  private CodeJson of(String service, long events, @Nullable String version) {
    GitRepository own = repositories.get(service);
    GitRepository repository = own == null ? repositories.get(ANY) : own;
    if (repository == null) {
      return new CodeJson(
          service,
          events,
          null,
          repositories.isEmpty()
              ? "no repository was named: start with --repo %s=GITDIR".formatted(service)
              : "none of those named is of this service: start with --repo %s=GITDIR"
                  .formatted(service),
          version,
          null);
    }
    return new CodeJson(
        service,
        events,
        String.valueOf(repository.path().getFileName()),
        own == null ? "named for every service" : "named for this service",
        version,
        version == null ? null : commit(repository, version));
  }

  private static @Nullable String commit(GitRepository repository, String version) {
    try {
      return repository.resolve(version).or(() -> repository.resolve("v" + version)).orElse(null);
    } catch (GitException | IllegalArgumentException unreadable) {
      // a version is any text: one that is no name of Git names no commit
      return null;
    }
  }
}
