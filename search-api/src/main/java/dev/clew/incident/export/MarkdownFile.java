// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The document as Markdown (CommonMark with the tables of GitHub). */
final class MarkdownFile {
  private static final String ALWAYS = "\\`*[]<>|~&!";
  private static final String CITATION = "\\\\\\[(E[1-9][0-9]{0,5})\\\\]";

  private final StringBuilder out = new StringBuilder();

  private MarkdownFile() {}

  static String of(List<Part> parts) {
    MarkdownFile file = new MarkdownFile();
    for (Part part : parts) {
      file.write(part);
      file.out.append('\n');
    }
    return file.out.toString();
  }

  private void write(Part part) {
    switch (part) {
      case Part.Heading heading ->
          line("#".repeat(heading.level()) + " " + escaped(heading.text()));
      case Part.Prose prose -> line(Visible.of(prose.markdown()).strip());
      case Part.Sentence sentence -> line(escaped(sentence.text()));
      case Part.Facts facts ->
          facts
              .facts()
              .forEach(
                  (name, value) -> line("- **%s**: %s".formatted(escaped(name), escaped(value))));
      case Part.Rows rows -> rows(rows);
      case Part.Lines lines -> lines(lines);
      case Part.Bars bars -> bars(bars);
    }
  }

  private void rows(Part.Rows rows) {
    line(row(rows.columns()));
    line(row(rows.columns().stream().map(column -> "---").toList(), false));
    rows.rows().forEach(row -> line(row(row)));
  }

  private static String row(List<String> cells) {
    return row(cells, true);
  }

  private static String row(List<String> cells, boolean escape) {
    return cells.stream()
        .map(cell -> escape ? escaped(cell) : cell)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Inside a fence longer than any run of its mark, nothing means anything. */
  private void lines(Part.Lines lines) {
    String text = lines.lines().stream().map(Visible::of).collect(Collectors.joining("\n"));
    int longest = 2;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    line(fence + "text");
    line(text);
    line(fence);
  }

  private void bars(Part.Bars bars) {
    line(escaped(bars.finding()));
    out.append('\n');
    List<String> columns = new ArrayList<>(List.of("From (UTC)"));
    columns.addAll(bars.levels());
    List<List<String>> rows =
        bars.bars().stream()
            .map(
                bar -> {
                  List<String> cells = new ArrayList<>(List.of(bar.label()));
                  bars.levels()
                      .forEach(
                          level -> cells.add(String.valueOf(bar.counts().getOrDefault(level, 0L))));
                  return cells;
                })
            .toList();
    rows(new Part.Rows(columns, rows));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** Text that reads as itself in one line; citations of evidence stay what they are. */
  static String escaped(String text) {
    String plain = Visible.line(text);
    StringBuilder escaped = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (ALWAYS.indexOf(c) >= 0 || (c == '_' && !insideWord(plain, i)) || startsBlock(plain, i)) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString().replaceAll(CITATION, "[$1]");
  }

  private static boolean insideWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /** A heading, a list or a rule begins with these, and nothing else does in one line. */
  private static boolean startsBlock(String text, int at) {
    char c = text.charAt(at);
    boolean first = text.substring(0, at).isBlank();
    boolean numbers = at > 0 && text.substring(0, at).strip().chars().allMatch(Character::isDigit);
    return (first && "#+-=:".indexOf(c) >= 0) || (numbers && (c == '.' || c == ')'));
  }
}
