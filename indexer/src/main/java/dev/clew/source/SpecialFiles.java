// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Files that are not what their names look like: pipes, devices, loops, Clew's own. */
final class SpecialFiles {
  private static final String MARKER = "format";
  private static final String MARK = "clew-store ";

  private SpecialFiles() {}

  /** Why {@code file} is not to be opened; looked at right before, as it may have been swapped. */
  static Optional<Problem> obstacle(InputFile file) {
    Path path = file.path();
    if (path == null) {
      return Optional.empty();
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return Optional.of(
            new Problem(file.name(), "is a folder now", "read the folder above it again"));
      }
      return attributes.isRegularFile()
          ? endless(path, file)
          : Optional.of(special(file.name(), path));
    } catch (IOException e) {
      return Optional.of(unopened(file, e));
    }
  }

  /** Files of the kernel from which reading waits for something to happen. */
  private static Optional<Problem> endless(Path path, InputFile file) throws IOException {
    if (file.size() > 0) {
      return Optional.empty();
    }
    Path real = path.toRealPath();
    boolean waits =
        real.equals(Path.of("/proc/kmsg"))
            || (real.startsWith("/sys/kernel") && real.endsWith("trace_pipe"));
    return waits
        ? Optional.of(
            new Problem(file.name(), "never ends", "pipe it: dmesg --follow | clew index -"))
        : Optional.empty();
  }

  /** What is wrong with {@code path}, which is neither a file nor a folder. */
  static Problem special(String name, Path path) {
    return new Problem(name, "is " + kind(path), "to read it, pipe it: clew index - < FILE");
  }

  private static String kind(Path path) {
    try {
      int mode = (Integer) Files.getAttribute(path, "unix:mode");
      return switch (mode & 0170000) {
        case 0010000 -> "a named pipe";
        case 0140000 -> "a socket";
        case 0020000, 0060000 -> "a device";
        default -> "no file";
      };
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "no file";
    }
  }

  /** The problem that opening {@code file} failed with {@code fault}. */
  static Problem unopened(InputFile file, IOException fault) {
    return unopened(file.name(), fault);
  }

  /** The problem that a look at what is called {@code name} failed with {@code fault}. */
  static Problem unopened(String name, IOException fault) {
    return switch (fault) {
      case NoSuchFileException e ->
          new Problem(name, "leads nowhere or has vanished", "look whether it was moved");
      case NotDirectoryException e ->
          new Problem(name, "leads nowhere or has vanished", "look whether it was moved");
      case FileSystemLoopException e -> loop(name);
      case AccessDeniedException e ->
          new Problem(name, "cannot be opened", "check its permissions");
      default ->
          isLoop(fault)
              ? loop(name)
              : new Problem(name, "cannot be opened: " + fault.getMessage(), "check the disk");
    };
  }

  private static boolean isLoop(IOException fault) {
    return fault instanceof java.nio.file.FileSystemException e
        && String.valueOf(e.getReason()).contains("symbolic links");
  }

  private static Problem loop(String name) {
    return new Problem(name, "is a link that leads back to itself", "remove the link");
  }

  /** True when {@code folder} is one in which Clew keeps events: not logs, and growing. */
  static boolean isStore(Path folder) {
    Path marker = folder.resolve(MARKER);
    if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (BufferedReader reader = Files.newBufferedReader(marker, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[MARK.length()];
      return reader.read(start) == start.length && MARK.equals(new String(start));
    } catch (IOException e) {
      return false;
    }
  }
}
