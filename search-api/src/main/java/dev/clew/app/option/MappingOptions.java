// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Fault;
import dev.clew.code.mapping.PathMapping;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the files of frames are. */
public final class MappingOptions {
  @Option(
      names = "--map",
      paramLabel = "PREFIX=FOLDER",
      description =
          "Frames whose path begins with PREFIX (of a class: the folders of its package) are in FOLDER of the repository. Repeatable.")
  List<String> mappings = List.of();

  /**
   * What was given.
   *
   * @throws Fault when one cannot be used
   */
  public List<PathMapping> mappings() {
    return mappings.stream().map(MappingOptions::read).toList();
  }

  private static PathMapping read(String text) {
    try {
      return PathMapping.parse(text);
    } catch (IllegalArgumentException unusable) {
      throw Fault.usage("--map %s: %s".formatted(text, unusable.getMessage()));
    }
  }
}
