// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folders of the services of one repository.
 *
 * @param all one a service at most
 * @param unknowns what could not be told, and how to give it
 */
public record Homes(List<Home> all, List<String> unknowns) {
  public Homes {
    all = List.copyOf(all);
    unknowns = List.copyOf(unknowns);
  }

  /** Stands for the services of which nothing else is told. */
  private static final String ANY_SERVICE = "*";

  /** No service has a folder of its own. */
  public static Homes none() {
    return new Homes(List.of(), List.of());
  }

  /** The folder of a service. */
  public Optional<Home> of(String service) {
    return all.stream().filter(home -> home.service().equals(service)).findFirst();
  }

  /** The services whose folder holds the path; where folders lie in others, of the innermost. */
  public Set<String> owners(String path) {
    Set<String> owners = new LinkedHashSet<>();
    List<Home> named = all.stream().filter(home -> !home.service().equals(ANY_SERVICE)).toList();
    named.stream()
        .filter(home -> home.holds(path))
        .map(home -> home.folder().length())
        .max(Comparator.naturalOrder())
        .ifPresent(
            longest ->
                named.stream()
                    .filter(home -> home.folder().length() == longest && home.holds(path))
                    .forEach(home -> owners.add(home.service())));
    return owners;
  }

  /** The folders of some services, in their order, then of the others. */
  public List<Home> beginningWith(Collection<String> services) {
    List<String> order = List.copyOf(services);
    return all.stream()
        .sorted(
            Comparator.comparingInt(
                home -> {
                  int place = order.indexOf(home.service());
                  return place < 0 ? order.size() : place;
                }))
        .toList();
  }
}
