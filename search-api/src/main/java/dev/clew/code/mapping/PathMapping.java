// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of frames are whose paths begin in one way.
 *
 * @param prefix whole folders of the path that a frame prints, with '/' between them; of a frame
 *     that names a class, the folders of its package
 * @param folder of the repository that stands in its place; empty for the topmost
 */
public record PathMapping(String prefix, String folder) {
  private static final int LONGEST = 1_000;

  public PathMapping {
    prefix = withoutEnd(prefix.strip().replace('\\', '/'));
    folder = withoutEnd(folder.strip().replace('\\', '/'));
    if (prefix.isEmpty() || prefix.length() > LONGEST || folder.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the beginning of a path has 1 to %d characters, a folder at most as many"
              .formatted(LONGEST));
    }
    if (folder.startsWith("/") || Arrays.asList(folder.split("/")).contains("..")) {
      throw new IllegalArgumentException(
          "the folder is one of the repository, such as services/pay: no leading '/', no '..'");
    }
  }

  /**
   * Reads {@code PREFIX=FOLDER}.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  public static PathMapping parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("write it as PREFIX=FOLDER");
    }
    return new PathMapping(text.substring(0, equals), text.substring(equals + 1));
  }

  /** The path in the repository; empty when {@code printed} begins otherwise. */
  public Optional<String> apply(String printed) {
    String path = printed.replace('\\', '/');
    String start = prefix.equals("/") ? "/" : prefix + "/";
    if (!path.startsWith(start) || path.length() == start.length()) {
      return Optional.empty();
    }
    String rest = path.substring(start.length());
    return Optional.of(folder.isEmpty() ? rest : folder + "/" + rest);
  }

  /** What the mappings make of a path, the longest prefix first. */
  public static List<String> all(List<PathMapping> mappings, String printed) {
    return mappings.stream()
        .sorted(Comparator.comparingInt((PathMapping one) -> -one.prefix.length()))
        .flatMap(one -> one.apply(printed).stream())
        .toList();
  }

  private static String withoutEnd(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    String cut = path.substring(0, end);
    return cut.startsWith("./") ? cut.substring(2) : cut;
  }

  @Override
  public String toString() {
    return prefix + " → " + (folder.isEmpty() ? "the topmost folder" : folder);
  }
}
