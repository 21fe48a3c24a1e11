// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.terminal.Console;
import dev.clew.change.Change;
import dev.clew.change.file.ChangeFiles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The changes that files list. */
public final class Changes {
  private Changes() {}

  /**
   * Reads all {@code files}, times without a zone in {@code zone}; rows that cannot be read are
   * said on the console.
   */
  public static List<Change> read(List<Path> files, ZoneId zone, Console console) {
    List<Change> changes = new ArrayList<>();
    for (Path file : files) {
      changes.addAll(
          ChangeFiles.read(
              file,
              zone,
              problem -> console.note("note: " + Console.safe(problem.toString(), 300))));
    }
    return changes;
  }
}
