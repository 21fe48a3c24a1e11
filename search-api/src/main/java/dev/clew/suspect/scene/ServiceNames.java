// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.home.Home;
import dev.clew.code.home.Homes;
import dev.clew.code.home.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which service a path of a shared repository belongs to, by the service's name in the path. */
public final class ServiceNames {
  /** Folders that hold no single service's code, whatever they are called. */
  private static final Set<String> SHARED =
      Set.of("pkg", "lib", "libs", "common", "shared", "core", "internal", "platform");

  private final Map<String, String> stems = new LinkedHashMap<>();
  private final Homes homes;

  /** Names of services of which no folder is known. */
  public ServiceNames(Collection<String> services) {
    this(services, Homes.none());
  }

  /** Names of services, with the folders of one repository. */
  public ServiceNames(Collection<String> services, Homes homes) {
    services.forEach(service -> stems.put(service, ServiceName.stem(service)));
    this.homes = homes;
  }

  /** The same names, with the folders of one repository. */
  public ServiceNames in(Homes known) {
    return new ServiceNames(stems.keySet(), known);
  }

  /** The names. */
  public Set<String> all() {
    return Collections.unmodifiableSet(stems.keySet());
  }

  /** The folders that are known to be of one service. */
  public Homes homes() {
    return homes;
  }

  /**
   * The services that own a path: those whose folder holds it, else those that it names; empty when
   * it is shared or nobody's.
   */
  public Set<String> owners(String path) {
    Set<String> owners = new LinkedHashSet<>(homes.owners(path));
    if (!owners.isEmpty()) {
      return owners;
    }
    for (String segment : segments(path)) {
      stems.forEach(
          (service, stem) -> {
            if (ServiceName.fits(segment, stem) && !isTold(service)) {
              owners.add(service);
            }
          });
    }
    return owners;
  }

  /** The words of all services' names, which tell nothing about a change's content. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    stems.forEach(
        (service, stem) -> {
          words.addAll(Words.of(service));
          words.addAll(Words.of(stem));
        });
    return words;
  }

  /** True when the path lies in a folder that several services share. */
  public static boolean isShared(String path) {
    return segments(path).stream().anyMatch(SHARED::contains);
  }

  private boolean isTold(String service) {
    return homes.of(service).filter(Home::told).isPresent();
  }

  private static List<String> segments(String path) {
    List<String> folders = new ArrayList<>(List.of(path.toLowerCase(Locale.ROOT).split("/")));
    folders.remove(folders.size() - 1);
    return folders;
  }
}
