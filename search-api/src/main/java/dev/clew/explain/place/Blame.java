// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which other service a stack points at: a client library that is named after it raised the
 * exception, so the one that prints it may only be the first to notice.
 */
public final class Blame {
  private static final int INNERMOST = 3;
  private static final int SHORTEST_NAME = 4;

  private final Set<String> products = new TreeSet<>();

  /** Knows the names of all services: the first word of each is its product's. */
  public Blame(Set<String> services) {
    services.forEach(service -> products.add(product(service)));
    products.removeIf(name -> name.length() < SHORTEST_NAME);
  }

  /** The first word of the name of a service, in lower case. */
  public static String product(String service) {
    return service.toLowerCase(Locale.ROOT).split("[-_./ ]", 2)[0];
  }

  /** The product that the innermost calls are a client of; empty when they are of their own. */
  public Optional<String> elsewhere(List<Place> innermostFirst, String service) {
    String own = product(service);
    for (Place place : innermostFirst.subList(0, Math.min(INNERMOST, innermostFirst.size()))) {
      String path = place.path().toLowerCase(Locale.ROOT);
      for (String product : products) {
        if (!product.equals(own) && names(path, product)) {
          return path.startsWith(own + "/") ? Optional.empty() : Optional.of(product);
        }
      }
    }
    return Optional.empty();
  }

  /** True when a segment of {@code path} starts with the name. */
  private static boolean names(String path, String product) {
    int at = path.indexOf(product);
    while (at >= 0) {
      if (at == 0 || path.charAt(at - 1) == '/' || path.charAt(at - 1) == '.') {
        return true;
      }
      at = path.indexOf(product, at + 1);
    }
    return false;
  }
}
