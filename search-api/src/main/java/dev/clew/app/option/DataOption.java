// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the index lives. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".clew",
      description = "Folder of the index; default: ${DEFAULT-VALUE} in the current folder.")
  Path folder = Path.of(".clew");

  /** The folder, whether it is there or not. */
  public Path folder() {
    return folder;
  }

  /** The folder of an index that must be there already. */
  public Path existing() {
    return existing(folder);
  }

  /** {@code folder}, which must hold an index already. */
  public static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Fault.environment(
          "there is no index in %s; make one with: clew index PATH --data %s"
              .formatted(folder, folder));
    }
    return folder;
  }
}
