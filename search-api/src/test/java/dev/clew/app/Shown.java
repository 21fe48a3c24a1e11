// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the program prints, for tests of other packages. */
public final class Shown {
  private Shown() {}

  /** All that {@code clew suspects} prints about a text. */
  public static String suspects(Path repository, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(Cli.surroundings(text, out, out), "suspects", "--repo", repository.toString());
    return out.toString(StandardCharsets.UTF_8);
  }
}
