// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a commit edited, seen as code: comments and white space do not count. */
public final class Edits {
  /** Most changed lines of a commit that are looked at; beyond, it is a move or an import. */
  private static final int MAX_LINES = 5_000;

  /** Code that was only moved may grow by the signature of a new function. */
  private static final double MOVE_GROWTH = 1.6;

  private final List<FileDiff> files;
  private final List<CodeLine> lines;

  public Edits(List<FileDiff> files) {
    this.files = List.copyOf(files);
    this.lines = codeLines(files);
  }

  /**
   * A changed line of code.
   *
   * @param file its file
   * @param op added or removed
   * @param number its number on the side where it exists
   * @param text as written
   * @param tokens its tokens without comments
   */
  public record CodeLine(String file, Op op, int number, String text, List<Token> tokens) {
    /** The text as a sentence quotes it: without indentation and closing semicolon. */
    public String quoted() {
      String code = text.strip();
      return "`" + (code.endsWith(";") ? code.substring(0, code.length() - 1) : code) + "`";
    }

    /** The tokens in one text, which white space does not change. */
    public String plain() {
      return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
  }

  public List<FileDiff> files() {
    return files;
  }

  /** Changed lines of code in files that a program runs, tests left out. */
  public List<CodeLine> lines() {
    return lines;
  }

  public List<CodeLine> added() {
    return lines.stream().filter(line -> line.op() == Op.ADDED).toList();
  }

  public List<CodeLine> removed() {
    return lines.stream().filter(line -> line.op() == Op.REMOVED).toList();
  }

  /** Paths after the commit of the files that a program runs. */
  public List<String> runningFiles() {
    return files.stream().map(FileDiff::newPath).filter(path -> FileKind.of(path).runs()).toList();
  }

  /** The kinds of the files, in words: {@code tests and documentation}. */
  public String kinds() {
    return files.stream()
        .map(file -> FileKind.of(file.newPath()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(FileKind::words)
        .collect(Collectors.joining(" and "));
  }

  /** True when some file could not be compared, so that absence of edits proves nothing. */
  boolean isPartlyUnread() {
    return files.stream()
        .anyMatch(file -> file.unread() != null && FileKind.of(file.newPath()).runs());
  }

  /**
   * Share of the removed tokens that come back among the added ones, 0 to 1; 0 when nothing was
   * removed, or when far more was added. Near 1 code was moved, not changed.
   */
  public double movedShare() {
    Map<String, Integer> gone = count(removed());
    Map<String, Integer> come = count(added());
    int total = gone.values().stream().mapToInt(Integer::intValue).sum();
    int back =
        gone.entrySet().stream()
            .mapToInt(e -> Math.min(e.getValue(), come.getOrDefault(e.getKey(), 0)))
            .sum();
    int fresh = come.values().stream().mapToInt(Integer::intValue).sum();
    return total == 0 || fresh > MOVE_GROWTH * total ? 0 : (double) back / total;
  }

  /** True when only comments, layout and the order of imports differ before and after. */
  public boolean isOnlyLayout() {
    return !isPartlyUnread()
        && lines.size() < MAX_LINES
        && files.stream()
            .filter(file -> FileKind.of(file.newPath()).runs())
            .allMatch(Layout::isAll);
  }

  private static Map<String, Integer> count(List<CodeLine> lines) {
    Map<String, Integer> counts = new HashMap<>();
    lines.stream()
        .flatMap(line -> line.tokens().stream())
        .filter(token -> token.kind() != Kind.SIGN)
        .forEach(token -> counts.merge(token.text(), 1, Integer::sum));
    return counts;
  }

  private static List<CodeLine> codeLines(List<FileDiff> files) {
    List<CodeLine> found = new ArrayList<>();
    for (FileDiff file : files) {
      if (FileKind.of(file.newPath()).runs()) {
        for (DiffHunk hunk : file.hunks()) {
          for (Line line : hunk.lines()) {
            if (line.op() != Op.CONTEXT && found.size() < MAX_LINES) {
              add(found, file.newPath(), line);
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static void add(List<CodeLine> found, String file, Line line) {
    List<Token> tokens =
        CodeLexer.tokensOfLine(file, line.text()).stream()
            .filter(token -> token.kind() != Kind.COMMENT)
            .toList();
    if (!tokens.isEmpty()) {
      found.add(
          new CodeLine(
              file, line.op(), Math.max(line.oldLine(), line.newLine()), line.text(), tokens));
    }
  }
}
