// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.note;

import dev.clew.code.mapping.PathMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder of repositories by how paths of frames begin. */
public record MappingJson(String prefix, String folder) {
  static MappingJson of(PathMapping mapping) {
    return new MappingJson(mapping.prefix(), mapping.folder());
  }

  /**
   * All that hold.
   *
   * @param keeps that further ones are taken and kept
   */
  public record AllJson(boolean keeps, List<MappingJson> mappings) {
    public static AllJson of(boolean keeps, List<PathMapping> mappings) {
      return new AllJson(keeps, mappings.stream().map(MappingJson::of).toList());
    }
  }

  /**
   * What is told of one.
   *
   * @param folder in its place; empty for the topmost
   * @param ends true to end it; false when left out
   */
  public record ToldJson(
      @Nullable String prefix, @Nullable String folder, @Nullable Boolean ends) {}

  /**
   * What one would lead to.
   *
   * @param path in the repository; null when the printed path begins otherwise
   * @param found that the commit has the file, and the line if one was asked for
   * @param lines the line, and some around it
   * @param reason why not; null when it is found
   * @param near files of that name that the commit has, a few
   */
  public record TriedJson(
      @Nullable String path,
      boolean found,
      int line,
      List<LineJson> lines,
      @Nullable String reason,
      List<String> near) {}

  /** A line of a file; its number from 1. */
  public record LineJson(int line, String text) {}
}
