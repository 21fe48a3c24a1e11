// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import dev.clew.explain.window.Tallies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How far a code path belongs to the application, and not to a library it uses: a library logs in
 * many services, an application's own code in few, often under the service's name. Where some code
 * of a service bears its name, what comes from other publishers is a library.
 */
public final class Ownership {
  private static final Set<String> RUNTIMES =
      Set.of("java", "javax", "jdk", "sun", "kotlin", "scala", "groovy", "runtime", "internal");
  private static final Set<String> PUBLISHERS =
      Set.of("com", "org", "net", "io", "dev", "edu", "gov", "de", "fr", "cn", "uk", "jp", "me");
  private static final int PUBLISHED_DEPTH = 3;

  private final Map<String, Set<String>> servicesByRoot = new HashMap<>();
  private final Set<String> services = new HashSet<>();

  /** Those whose own code bears their name, with what begins the names of that code. */
  private final Map<String, Set<String>> ownByService = new HashMap<>();

  /** Learns from the loggers of both sets. */
  public Ownership(Tallies now, Tallies before) {
    List.of(now, before)
        .forEach(tallies -> tallies.byKey().values().forEach(tally -> learn(tally)));
  }

  private void learn(Tallies.Tally tally) {
    String service = String.valueOf(tally.service());
    services.add(service);
    if (tally.logger() != null) {
      String[] segments = tally.logger().split("[./]");
      servicesByRoot.computeIfAbsent(root(segments), root -> new HashSet<>()).add(service);
      if (bearsName(segments, service)) {
        ownByService.computeIfAbsent(service, name -> new HashSet<>()).add(publisher(segments));
      }
    }
  }

  /**
   * From 0.05 for the language's runtime to 1 for the service's own code.
   *
   * @param path segments separated by dots or slashes
   */
  public double of(String path, String service) {
    String[] segments = path.split("[./]");
    if (segments.length == 0 || RUNTIMES.contains(segments[0])) {
      return 0.05;
    }
    if (bearsName(segments, service)) {
      return 1;
    }
    Set<String> seen = servicesByRoot.get(root(segments));
    if (seen == null) {
      return 0.35;
    }
    if (services.size() >= 3 && seen.size() * 3 > services.size() + 2) {
      return 0.3;
    }
    Set<String> own = ownByService.get(service);
    return own == null || own.contains(publisher(segments)) ? 0.9 : 0.3;
  }

  private static boolean bearsName(String[] segments, String service) {
    Set<String> names = Set.of(service.toLowerCase(Locale.ROOT).split("[-_./ ]"));
    for (int i = 0; i < Math.min(segments.length, PUBLISHED_DEPTH); i++) {
      if (segments[i].length() > 2 && names.contains(segments[i].toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** What the names of one publisher's code begin with. */
  private static String publisher(String[] segments) {
    int depth = segments.length > 0 && PUBLISHERS.contains(segments[0]) ? PUBLISHED_DEPTH - 1 : 1;
    return String.join(".", List.of(segments).subList(0, Math.min(depth, segments.length)));
  }

  static String root(String[] segments) {
    int depth = segments.length > 0 && PUBLISHERS.contains(segments[0]) ? PUBLISHED_DEPTH : 1;
    return String.join(".", List.of(segments).subList(0, Math.min(depth, segments.length)));
  }
}
