// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a repository was cloned from, without names of users, passwords and ports of other
 * protocols.
 *
 * @param host in lower case, with its port when it was given for HTTP
 * @param path segments of the path, the last one without {@code .git}; at least one
 */
record RemoteAddress(String host, List<String> path) {
  private static final Pattern URL =
      Pattern.compile("(https?|ssh|git|git\\+ssh)://(?:[^/@]*@)?([A-Za-z0-9.-]+)(:\\d+)?/(.+)");

  /** What {@code git clone} takes besides: {@code git@host:group/name.git}. */
  private static final Pattern COPY = Pattern.compile("(?:[^/@:]+@)?([A-Za-z0-9.-]+):(?!/?/)(.+)");

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~%-]+");
  private static final int LONGEST = 2_000;

  RemoteAddress {
    path = List.copyOf(path);
  }

  /** Reads {@code text}; empty when it names no host that could have pages, as a local path. */
  static Optional<RemoteAddress> of(String text) {
    String address = text.strip();
    if (address.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher url = URL.matcher(address);
    if (url.matches()) {
      boolean web = url.group(1).startsWith("http");
      String port = web && url.group(3) != null ? url.group(3) : "";
      return of(url.group(2), port, url.group(4));
    }
    Matcher copy = COPY.matcher(address);
    // a single letter is a drive
    return copy.matches() && copy.group(1).length() > 1
        ? of(copy.group(1), "", copy.group(2))
        : Optional.empty();
  }

  private static Optional<RemoteAddress> of(String host, String port, String rest) {
    List<String> path = Stream.of(rest.split("/")).filter(part -> !part.isEmpty()).toList();
    boolean plain =
        path.stream().allMatch(part -> SEGMENT.matcher(part).matches() && !part.matches("\\.+"));
    if (path.isEmpty() || !plain) {
      return Optional.empty();
    }
    String last = path.getLast();
    String name = last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> named =
        Stream.concat(path.subList(0, path.size() - 1).stream(), Stream.of(name)).toList();
    return Optional.of(new RemoteAddress(host.toLowerCase(Locale.ROOT) + port, named));
  }

  /** The page of the repository: {@code https://host/group/name}. */
  String page() {
    return "https://" + host + "/" + String.join("/", path);
  }
}
