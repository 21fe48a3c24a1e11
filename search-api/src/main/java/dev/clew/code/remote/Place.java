// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import dev.clew.code.GitException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository is, and which folder of it is meant.
 *
 * @param path a work tree, bare repository or bundle on this machine; null for an address
 * @param address on a server; null for a path
 * @param folder folder of the repository without a slash at its ends; empty for all of it
 */
public record Place(@Nullable Path path, @Nullable Address address, String folder) {
  /** All of the repository at {@code path}. */
  public static Place at(Path path) {
    return new Place(path, null, "");
  }

  /**
   * Reads {@code PLACE} or {@code PLACE:FOLDER}. A path that exists as it stands is meant as it
   * stands, whatever colons it has; the colon of a drive is never taken for the one before a
   * folder.
   *
   * @throws GitException when it is an address that is never fetched, or the folder is none
   */
  public static Place parse(String text) {
    if (text.isBlank()) {
      throw new GitException("name a repository: a path, or an https address");
    }
    if (exists(text)) {
      return at(Path.of(text));
    }
    return Address.looksLike(text) ? remote(text) : local(text);
  }

  private static Place remote(String text) {
    int colon = text.lastIndexOf(':');
    int path = text.indexOf('/', text.indexOf("://") + 3);
    boolean hasFolder = text.contains("://") && path > 0 && colon > path;
    return hasFolder
        ? new Place(
            null, Address.parse(text.substring(0, colon)), folder(text, text.substring(colon + 1)))
        : new Place(null, Address.parse(text), "");
  }

  private static Place local(String text) {
    for (int colon = text.lastIndexOf(':'); colon > 0; colon = text.lastIndexOf(':', colon - 1)) {
      boolean drive = colon == 1 && Character.isLetter(text.charAt(0));
      if (!drive && exists(text.substring(0, colon))) {
        return new Place(
            Path.of(text.substring(0, colon)), null, folder(text, text.substring(colon + 1)));
      }
    }
    try {
      return at(Path.of(text));
    } catch (InvalidPathException e) {
      throw new GitException(text + " is no path: " + e.getReason(), e);
    }
  }

  private static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String folder(String text, String said) {
    String folder = said.replace('\\', '/').replaceAll("/+", "/").replaceAll("^/|/$", "");
    while (folder.startsWith("./")) {
      folder = folder.substring(2);
    }
    if (folder.isEmpty() || folder.equals(".")) {
      return "";
    }
    if (List.of(folder.split("/")).contains("..")) {
      throw new GitException(
          text + ": the folder leads out of the repository; name it from the repository's root");
    }
    return folder;
  }

  /** The same repository as a whole. */
  public Place whole() {
    return new Place(path == null ? null : path.toAbsolutePath().normalize(), address, "");
  }

  /** How it is called in messages. */
  public String text() {
    return address == null ? Objects.requireNonNull(path).toString() : address.text();
  }
}
