// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import dev.clew.suspect.edit.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a commit changes, thing by thing, in the order of its files.
 *
 * @param all at most {@value #MOST}
 * @param complete false when there are more, or when a file could not be compared
 */
public record Contents(List<Content> all, boolean complete) {
  /** More than this is a sweep, which nobody reads one by one. */
  static final int MOST = 100;

  /** Most lines of a commit that are looked at. */
  private static final int MOST_LINES = 20_000;

  /** In a commit that changes more lines of code than this, numbers are not paired. */
  private static final int MOST_CODE_LINES = 2_000;

  private static final int LONGEST_LINE = 2_000;

  public Contents {
    all = List.copyOf(all);
  }

  /** Nothing that is known. */
  public static Contents none() {
    return new Contents(List.of(), true);
  }

  /** What {@code edits} change in files that a program runs. */
  public static Contents of(Edits edits) {
    List<Content> found = new ArrayList<>();
    int lines = 0;
    boolean complete = true;
    for (FileDiff file : edits.files()) {
      Optional<Supplier<LineReader>> reader = reader(file);
      lines += file.hunks().stream().mapToInt(hunk -> hunk.lines().size()).sum();
      complete &= lines <= MOST_LINES && file.unread() == null;
      if (reader.isPresent() && lines <= MOST_LINES) {
        found.addAll(read(file, reader.get()));
      }
    }
    boolean sweep = edits.lines().size() > MOST_CODE_LINES;
    if (!sweep) {
      found.addAll(CodeValues.of(edits));
    }
    return new Contents(
        found.subList(0, Math.min(MOST, found.size())), complete && !sweep && found.size() <= MOST);
  }

  private static Optional<Supplier<LineReader>> reader(FileDiff file) {
    String path = file.newPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    FileKind kind = FileKind.of(path);
    if (MigrationLines.isMigration(path)) {
      return Optional.of(MigrationLines::new);
    }
    if (file.kind() == FileDiff.Kind.ADDED || file.kind() == FileDiff.Kind.REMOVED) {
      // all of it comes or goes, which says less than that the file does
      return Optional.empty();
    }
    boolean set =
        kind == FileKind.SETTINGS
            || name.toLowerCase(Locale.ROOT).startsWith("dockerfile")
            || name.startsWith(".env");
    return set
        ? Optional.of(() -> new SettingLines(name))
        : DependencyLines.of(name).map(one -> () -> DependencyLines.of(name).orElseThrow());
  }

  private static List<Content> read(FileDiff file, Supplier<LineReader> reader) {
    Pairs pairs = new Pairs(file.newPath());
    LineReader before = reader.get();
    LineReader after = reader.get();
    for (DiffHunk hunk : file.hunks()) {
      before.skip();
      after.skip();
      for (Line line : hunk.lines()) {
        if (line.text().length() > LONGEST_LINE) {
          continue;
        }
        Optional<Item> old = line.op() == Op.ADDED ? Optional.empty() : before.read(line.text());
        Optional<Item> fresh = line.op() == Op.REMOVED ? Optional.empty() : after.read(line.text());
        if (line.op() == Op.REMOVED) {
          old.ifPresent(item -> pairs.removed(item, line.oldLine()));
        } else if (line.op() == Op.ADDED) {
          fresh.ifPresent(item -> pairs.added(item, line.newLine()));
        }
      }
    }
    return pairs.contents();
  }
}
