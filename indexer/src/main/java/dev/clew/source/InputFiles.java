// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import dev.clew.source.packing.MemberNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files behind the paths a person gives: a file is itself, a folder is all files below it that
 * are not hidden, {@code -} is standard input.
 *
 * @param files in the order given, those of a folder sorted by name
 * @param problems paths that lead to nothing
 */
public record InputFiles(List<InputFile> files, List<Problem> problems) {
  private static final Path STANDARD_INPUT = Path.of("-");

  public InputFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * Finds them. Links to files are followed, links to folders are not, so no folder is walked
   * twice.
   *
   * @param now the time that standard input counts as last written
   */
  public static InputFiles find(List<Path> paths, Instant now) {
    List<InputFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        files.add(new InputFile(null, "-", 0, now));
      } else if (Files.isDirectory(path)) {
        Folder folder = new Folder(path, problems);
        folder.walk();
        files.addAll(folder.found);
      } else {
        single(path, files, problems);
      }
    }
    return new InputFiles(files, problems);
  }

  private static void single(Path path, List<InputFile> files, List<Problem> problems) {
    String name = String.valueOf(path.getFileName());
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        files.add(inputFile(path, name, attributes));
      } else {
        problems.add(SpecialFiles.special(path.toString(), path));
      }
    } catch (IOException e) {
      boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      problems.add(
          there
              ? SpecialFiles.unopened(path.toString(), e)
              : new Problem(path.toString(), "does not exist", "check the spelling of the path"));
    }
  }

  private static InputFile inputFile(Path path, String name, BasicFileAttributes attributes) {
    return new InputFile(
        path, MemberNames.safe(name), attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  private static final class Folder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Problem> problems;
    private final List<InputFile> found = new ArrayList<>();

    Folder(Path root, List<Problem> problems) {
      this.root = root;
      this.problems = problems;
    }

    void walk() {
      try {
        Files.walkFileTree(root, this);
      } catch (IOException e) {
        problems.add(new Problem(root.toString(), "cannot be listed", "check its permissions"));
      }
      found.sort(Comparator.comparing(InputFile::name));
      if (found.isEmpty()) {
        problems.add(
            new Problem(
                root.toString(),
                "the folder holds no file",
                "give the folder that holds the logs; hidden files are left out"));
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (SpecialFiles.isStore(folder)) {
        problems.add(
            new Problem(
                nameOf(folder), "is a data folder of Clew", "it was left out; it has no logs"));
        return FileVisitResult.SKIP_SUBTREE;
      }
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      try {
        visit(file, attributes);
      } catch (IOException e) {
        problems.add(SpecialFiles.unopened(nameOf(file), e));
      }
      return FileVisitResult.CONTINUE;
    }

    private void visit(Path file, BasicFileAttributes attributes) throws IOException {
      boolean link = attributes.isSymbolicLink();
      BasicFileAttributes target =
          link ? Files.readAttributes(file, BasicFileAttributes.class) : attributes;
      if (target.isRegularFile()) {
        found.add(inputFile(file, root.relativize(file).toString().replace('\\', '/'), target));
      } else if (target.isDirectory()) {
        problems.add(
            new Problem(
                nameOf(file), "is a link to a folder, which is not followed", "give that folder"));
      } else {
        problems.add(SpecialFiles.special(nameOf(file), file));
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(SpecialFiles.unopened(nameOf(file), e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        problems.add(SpecialFiles.unopened(nameOf(folder), e));
      }
      return FileVisitResult.CONTINUE;
    }

    private static String nameOf(Path path) {
      return MemberNames.safe(path.toString());
    }

    private static boolean isHidden(Path path) {
      Path name = path.getFileName();
      return name != null && name.toString().startsWith(".");
    }
  }
}
