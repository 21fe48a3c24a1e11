// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders of objects that a folder of objects borrows from. */
public final class Alternates {
  /** Most folders in an answer; Git itself stops after five levels. */
  private static final int MAX = 100;

  private static final long MAX_BYTES = 1 << 16;

  private Alternates() {}

  /**
   * What {@code objects} borrows from, directly or not, without itself; each once.
   *
   * @throws IOException when a list of them is no small plain file, or there are more than 100
   */
  public static List<Path> of(Path objects) throws IOException {
    List<Path> found = new ArrayList<>(List.of(objects.toAbsolutePath().normalize()));
    for (int i = 0; i < found.size(); i++) {
      for (Path each : listed(found.get(i))) {
        if (!found.contains(each)) {
          found.add(each);
        }
      }
      if (found.size() > MAX) {
        throw new IOException("it borrows from more than " + MAX + " folders of objects");
      }
    }
    return List.copyOf(found.subList(1, found.size()));
  }

  private static List<Path> listed(Path objects) throws IOException {
    Path file = objects.resolve("info").resolve("alternates");
    List<Path> found = new ArrayList<>();
    if (!Files.exists(file)) {
      return found;
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is no plain file of at most " + MAX_BYTES + " bytes");
    }
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      String utf8 =
          new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
      if (!utf8.isEmpty() && !utf8.startsWith("#")) {
        found.add(resolved(objects, utf8));
      }
    }
    return found;
  }

  private static Path resolved(Path objects, String line) throws IOException {
    try {
      return objects.resolve(line).normalize();
    } catch (InvalidPathException e) {
      throw new IOException("its alternates name no path", e);
    }
  }
}
