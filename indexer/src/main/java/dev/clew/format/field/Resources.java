// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The definitions that are shipped with Clew: those of formats and of names. */
public final class Resources {
  private static final String FOLDER = "/dev/clew/format/";

  private Resources() {}

  /** The lines of a resource without comments and blank lines. */
  public static List<String> lines(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }
}
