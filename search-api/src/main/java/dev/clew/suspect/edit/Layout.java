// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import dev.clew.suspect.edit.SourceTokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether an edit changes only how code looks. Both sides of each hunk, context included, are
 * brought to one form: without white space and comments, without commas and semicolons that need
 * not be, with imports in one order. What differs then is no layout; in doubt nothing is layout.
 */
final class Layout {
  /** Longer lines are compared as they are. */
  private static final int MAX_LINE = 2_000;

  private static final Set<String> PROSE = Set.of(".html", ".htm", ".md", ".rst", ".adoc");

  private final Language language;
  private final String path;

  private Layout(String path) {
    this.path = path;
    this.language = Language.of(path);
  }

  /** True when the file says the same before and after. */
  static boolean isAll(FileDiff file) {
    return new Layout(file.newPath()).isAll(file.hunks());
  }

  private boolean isAll(List<DiffHunk> hunks) {
    List<String> importsBefore = new ArrayList<>();
    List<String> importsAfter = new ArrayList<>();
    for (DiffHunk hunk : hunks) {
      List<String> before = form(side(hunk, Op.ADDED), importsBefore);
      List<String> after = form(side(hunk, Op.REMOVED), importsAfter);
      if (!before.equals(after)) {
        return false;
      }
    }
    importsBefore.sort(Comparator.naturalOrder());
    importsAfter.sort(Comparator.naturalOrder());
    return importsBefore.equals(importsAfter);
  }

  private static List<String> side(DiffHunk hunk, Op without) {
    return hunk.lines().stream().filter(line -> line.op() != without).map(Line::text).toList();
  }

  private List<String> form(List<String> lines, List<String> imports) {
    if (!language.hasTokens()) {
      return lineByLine(lines);
    }
    List<Token> tokens = SourceTokens.of(language, lines);
    return language == Language.PYTHON
        ? PythonForm.of(tokens, imports)
        : new BraceForm(path, language).of(tokens, imports);
  }

  private List<String> lineByLine(List<String> lines) {
    List<String> found = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (String line : lines) {
      String code = code(line);
      if (!code.isEmpty()) {
        found.add(code);
        columns.add(line.length() - line.stripLeading().length());
      }
    }
    return switch (language) {
      case INDENTED -> indented(found, columns);
      case MARKUP -> List.of(String.join(" ", found));
      default -> found;
    };
  }

  /** A line without comments, its white space as narrow as it may be. */
  private String code(String line) {
    if (language == Language.MARKUP && PROSE.stream().noneMatch(path::endsWith)) {
      return CodeLexer.tokensOfLine(path, line).stream()
          .filter(token -> token.kind() != Kind.COMMENT)
          .map(token -> token.kind() == Kind.STRING ? '"' + token.text() : token.text())
          .collect(Collectors.joining(" "));
    }
    String code = withoutComment(line).strip();
    return code.contains("\"") || code.contains("'") ? code : code.replaceAll("\\s+", " ");
  }

  private String withoutComment(String line) {
    if (line.length() > MAX_LINE) {
      return line;
    }
    if (path.endsWith(".txt")) {
      return line.strip().startsWith("#") ? "" : line;
    }
    if (PROSE.stream().anyMatch(path::endsWith)) {
      return line;
    }
    List<CodeLexer.Token> tokens = CodeLexer.tokensOfLine(path, line);
    if (tokens.isEmpty() || tokens.getLast().kind() != Kind.COMMENT) {
      return line;
    }
    String comment = tokens.getLast().text();
    for (int i = 0; i < line.length(); i++) {
      boolean marked = !Character.isLetterOrDigit(line.charAt(i)) && line.charAt(i) != ' ';
      if (marked
          && line.substring(i).replaceFirst("^(?:#|//|--|/\\*|\\*)", "").strip().equals(comment)) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  /** Lines with how deep each is among the others, so that the width of a step does not matter. */
  static List<String> indented(List<String> lines, List<Integer> columns) {
    List<Integer> steps = new ArrayList<>(new TreeSet<>(columns));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      found.add(steps.indexOf(columns.get(i)) + " " + lines.get(i));
    }
    return found;
  }
}
