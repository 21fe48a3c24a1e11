// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which service a path of a shared repository belongs to, by the service's name in the path. */
public final class ServiceNames {
  private static final List<String> SUFFIXES =
      List.of("microservice", "service", "server", "svc", "backend", "worker", "app", "api", "ms");
  private static final int MIN_PREFIX = 4;

  /** Folders that hold no single service's code, whatever they are called. */
  private static final Set<String> SHARED =
      Set.of("pkg", "lib", "libs", "common", "shared", "core", "internal", "platform");

  private final Map<String, String> stems = new LinkedHashMap<>();

  public ServiceNames(Collection<String> services) {
    services.forEach(service -> stems.put(service, stem(service)));
  }

  /** The services that own a path; empty when it is shared or nobody's. */
  public Set<String> owners(String path) {
    Set<String> owners = new LinkedHashSet<>();
    for (String segment : segments(path)) {
      stems.forEach(
          (service, stem) -> {
            if (fits(segment, stem)) {
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

  private static List<String> segments(String path) {
    List<String> folders = new ArrayList<>(List.of(path.toLowerCase(Locale.ROOT).split("/")));
    folders.remove(folders.size() - 1);
    return folders;
  }

  private static boolean fits(String segment, String stem) {
    String plain = stem(segment);
    if (plain.isEmpty() || stem.isEmpty()) {
      return false;
    }
    return plain.equals(stem)
        || (plain.length() >= MIN_PREFIX && (stem.startsWith(plain) || stem.endsWith(plain)))
        || (stem.length() >= MIN_PREFIX && (plain.startsWith(stem) || plain.endsWith(stem)));
  }

  private static String stem(String service) {
    StringBuilder letters = new StringBuilder();
    service
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.append((char) c));
    String name = letters.toString();
    for (String suffix : SUFFIXES) {
      if (name.endsWith(suffix) && name.length() > suffix.length() + 1) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }
}
