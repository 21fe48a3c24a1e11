// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.guard.Alternates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Looks at a Git folder before JGit does. Someone else may have made it: what would read without
 * end, or lead to files outside of what was named, is refused with a sentence that says what to do.
 */
final class Preflight {
  /** Largest size of the small files that JGit reads whole, in bytes. */
  private static final Map<String, Long> LIMITS =
      Map.of(
          "config", 1L << 20,
          "config.worktree", 1L << 20,
          "HEAD", 1L << 16,
          "packed-refs", 256L << 20,
          "shallow", 64L << 20,
          "commondir", 1L << 16,
          "gitdir", 1L << 16,
          "objects/info/alternates", 1L << 16);

  private final Path named;

  private Preflight(Path named) {
    this.named = named;
  }

  /**
   * Checks what is read to find out whether {@code named} is a repository at all.
   *
   * @throws GitException when that may never end
   */
  static void heads(Path named) throws IOException {
    Preflight preflight = new Preflight(named);
    for (Path head : List.of(named.resolve("HEAD"), named.resolve(".git").resolve("HEAD"))) {
      if (isOther(head)) {
        throw preflight.refused("HEAD is a pipe or a device; make a fresh clone with git clone");
      }
    }
  }

  /**
   * Checks the Git folder {@code gitFolder} of what the caller named.
   *
   * @throws GitException when it should not be opened
   */
  static void check(Path named, Path gitFolder) throws IOException {
    Preflight preflight = new Preflight(named);
    preflight.pointer(gitFolder);
    preflight.common(gitFolder);
    for (Map.Entry<String, Long> each : LIMITS.entrySet()) {
      preflight.small(gitFolder.resolve(each.getKey()), each.getValue());
    }
    preflight.includes(gitFolder);
    preflight.plain(gitFolder.resolve("refs"));
    preflight.objects(gitFolder.resolve("objects"));
  }

  /** What is read of the folder of objects, and of those that it borrows from. */
  private void objects(Path objects) throws IOException {
    if (Files.exists(objects, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(objects)) {
      throw refused("objects is no folder; make a fresh clone with git clone");
    }
    List<Path> folders = new ArrayList<>(List.of(objects));
    folders.addAll(Alternates.of(objects));
    for (Path folder : folders) {
      plain(folder.resolve("pack"));
      plain(folder.resolve("info"));
    }
  }

  /** A {@code .git} file or link may lead to a Git folder elsewhere only when that leads back. */
  private void pointer(Path gitFolder) throws IOException {
    Path inside = named.toRealPath();
    Path real = gitFolder.toRealPath();
    if (real.startsWith(inside)) {
      return;
    }
    Path back = real.resolve("gitdir");
    boolean worktree = Files.isRegularFile(back) && leadsBack(back, inside.resolve(".git"));
    if (!worktree && !isModuleOf(real, inside)) {
      throw refused(
          "its .git leads to "
              + real
              + ", which does not lead back; name that folder itself when it is meant");
    }
  }

  private static boolean leadsBack(Path file, Path expected) throws IOException {
    if (Files.size(file) > 1 << 16) {
      return false;
    }
    Path said = file.resolveSibling(Files.readString(file).strip());
    return Files.exists(said) && said.toRealPath().equals(expected.toRealPath());
  }

  private boolean isModuleOf(Path gitFolder, Path folder) throws IOException {
    small(gitFolder.resolve("config"), 1L << 20);
    String said = config(gitFolder.resolve("config")).getString("core", null, "worktree");
    Path tree = said == null ? null : gitFolder.resolve(said);
    return tree != null && Files.isDirectory(tree) && tree.toRealPath().equals(folder);
  }

  /** The folder that a work tree shares with others is the one it lies in. */
  private void common(Path gitFolder) throws IOException {
    Path file = gitFolder.resolve("commondir");
    if (!Files.exists(file)) {
      return;
    }
    small(file, 1L << 16);
    Path real = gitFolder.toRealPath();
    Path said = real.resolve(Files.readString(file).strip()).normalize();
    Path worktrees = real.getParent();
    if (worktrees == null
        || !worktrees.endsWith("worktrees")
        || !said.equals(worktrees.getParent())) {
      throw refused(
          "its commondir leads to " + said + "; name that folder itself when it is meant");
    }
    includes(said);
  }

  private void small(Path file, long limit) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw refused(file.getFileName() + " is no plain file; make a fresh clone with git clone");
    }
    if (Files.size(file) > limit) {
      throw refused(
          "%s has %d bytes, more than %d; make a fresh clone with git clone"
              .formatted(file.getFileName(), Files.size(file), limit));
    }
  }

  private void includes(Path gitFolder) throws IOException {
    for (String name : List.of("config", "config.worktree")) {
      Config config = config(gitFolder.resolve(name));
      boolean including =
          config.getSections().stream()
              .anyMatch(
                  section ->
                      section.equalsIgnoreCase("include") || section.equalsIgnoreCase("includeIf"));
      if (including) {
        throw refused(
            "its "
                + name
                + " includes other files, which are not read; clone it with git clone --bare and name the clone");
      }
    }
  }

  /** The file alone, without what it includes; empty when there is none. */
  private Config config(Path file) throws IOException {
    Config config = new Config();
    if (Files.isRegularFile(file)) {
      try {
        config.fromText(Files.readString(file, StandardCharsets.ISO_8859_1));
      } catch (ConfigInvalidException e) {
        throw new GitException(
            named + " cannot be read as a Git repository: its config cannot be parsed", e);
      }
    }
    return config;
  }

  /** No pipe, device or socket stands where a file is expected: reading it may never end. */
  private void plain(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isOther() || (attributes.isSymbolicLink() && isOther(file))) {
              throw refused(
                  folder.getParent().relativize(file)
                      + " is a pipe or a device; make a fresh clone with git clone");
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isOther(Path link) {
    return Files.exists(link) && !Files.isRegularFile(link) && !Files.isDirectory(link);
  }

  private GitException refused(String why) {
    return new GitException(named + " is not opened: " + why);
  }
}
