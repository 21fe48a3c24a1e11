// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people say about sources, in order: the first rule that matches wins. Where no rule speaks
 * of service and host, the path of a source may tell.
 *
 * @param rules the first first
 */
public record SourceRules(List<SourceRule> rules) {
  /** Nothing is said. */
  public static final SourceRules NONE = new SourceRules(List.of());

  public SourceRules {
    rules = List.copyOf(rules);
  }

  /** The zone of times without one, when a rule names it. */
  public Optional<Said> zone(String name, @Nullable Path path) {
    return first(SourceRule.Key.ZONE, name, path);
  }

  /** The service of events that name none. */
  public Optional<Said> service(String name, @Nullable Path path) {
    return first(SourceRule.Key.SERVICE, name, path)
        .or(() -> Containers.of(name, path).flatMap(Containers.Place::service))
        .or(() -> Optional.ofNullable(ServiceNames.of(name, path)));
  }

  /** The host of events that name none. */
  public Optional<Said> host(String name, @Nullable Path path) {
    return first(SourceRule.Key.HOST, name, path).or(() -> HostFolders.of(name, path));
  }

  /** The encoding of its bytes, when a rule names it. */
  public Optional<Said> encoding(String name, @Nullable Path path) {
    return first(SourceRule.Key.ENCODING, name, path);
  }

  /** Further fields of all events, such as the container's name. */
  public Map<String, String> attributes(String name, @Nullable Path path) {
    return Containers.of(name, path).map(Containers.Place::attributes).orElse(Map.of());
  }

  private Optional<Said> first(SourceRule.Key key, String name, @Nullable Path path) {
    String called = name.replace('!', '/');
    String whole = path == null ? called : PathParts.whole(name, path);
    return rules.stream()
        .filter(rule -> rule.key() == key)
        .filter(rule -> rule.glob().matches(called) || rule.glob().matches(whole))
        .findFirst()
        .map(rule -> new Said(rule.value(), rule.reason()));
  }
}
