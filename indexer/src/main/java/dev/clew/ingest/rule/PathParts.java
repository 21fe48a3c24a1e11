// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders and the file that lead to a source, through archives. */
final class PathParts {
  private PathParts() {}

  /** The names on the way to a source, the file's own last. */
  static List<String> of(String name, @Nullable Path path) {
    List<String> parts = new ArrayList<>();
    int member = name.lastIndexOf('!');
    if (path != null) {
      path.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
    }
    if (member >= 0) {
      parts.addAll(given(name.substring(member + 1)));
    }
    return parts;
  }

  /** The same as one text that starts with a slash. */
  static String whole(String name, Path path) {
    return "/" + String.join("/", of(name, path));
  }

  /** The names that people see: relative to what was given. */
  static List<String> given(String name) {
    return List.of(name.replace('!', '/').split("/", -1));
  }
}
