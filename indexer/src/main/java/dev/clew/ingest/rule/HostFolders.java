// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the host off collections of logs from several machines: the folder that holds a machine's
 * {@code var/log}.
 */
final class HostFolders {
  /** Folders above {@code var/log} that name a place of one machine, not a machine. */
  private static final Set<String> PLACES =
      Set.of(
          "",
          "data",
          "diff",
          "files",
          "fs",
          "home",
          "homebrew",
          "host",
          "local",
          "merged",
          "mnt",
          "opt",
          "overlay",
          "private",
          "root",
          "rootfs",
          "srv",
          "sysroot",
          "system",
          "tmp",
          "usr");

  private static final Pattern SOSREPORT =
      Pattern.compile("sosreport-(.+?)(?:-[0-9]+)?-[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z]+)?");

  private HostFolders() {}

  static Optional<Said> of(String name, @Nullable Path path) {
    Optional<String> given = above(PathParts.given(name)).filter(each -> !PLACES.contains(each));
    Optional<String> found =
        given.or(() -> above(PathParts.of(name, path)).filter(HostFolders::looksLikeHost));
    return found.map(folder -> new Said(host(folder), "from the folder above var/log"));
  }

  private static Optional<String> above(List<String> parts) {
    for (int i = parts.size() - 3; i >= 1; i--) {
      if (parts.get(i).equals("var") && parts.get(i + 1).equals("log")) {
        return Optional.of(parts.get(i - 1));
      }
    }
    return Optional.empty();
  }

  /** Outside of what was given, only a folder with a number or a domain counts as a machine. */
  private static boolean looksLikeHost(String folder) {
    return !PLACES.contains(folder)
        && (folder.startsWith("sosreport-")
            || (folder.chars().anyMatch(Character::isDigit) && folder.indexOf('_') < 0));
  }

  private static String host(String folder) {
    Matcher report = SOSREPORT.matcher(folder);
    return report.matches() ? report.group(1) : folder;
  }
}
