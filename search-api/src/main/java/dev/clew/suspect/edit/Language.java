// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.PathIndex;
import java.util.Locale;
import java.util.Set;

/** What of a file's layout matters to the program, by the language of the file. */
enum Language {
  /** Indentation and line ends matter, except inside of brackets. */
  PYTHON,
  /** Line ends close statements where they can; either quote will do. */
  SCRIPT,
  /** Line ends close statements unless something is open. */
  NEWLINES,
  /** Only tokens matter. */
  BRACES,
  /** Line ends matter, and how far a line is indented. */
  INDENTED,
  /** White space matters only between words. */
  MARKUP,
  /** Line ends matter. */
  LINES;

  private static final Set<String> SCRIPTS =
      Set.of("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts");
  private static final Set<String> NEWLINED = Set.of("kt", "kts", "scala", "sc", "groovy", "swift");
  private static final Set<String> MARKED =
      Set.of("xml", "html", "htm", "svg", "sql", "css", "scss", "less", "csproj", "props");
  private static final Set<String> BRACED =
      Set.of("java", "cs", "go", "rs", "c", "h", "cc", "cpp", "cxx", "hpp", "php", "dart", "json");
  private static final Set<String> BY_INDENTATION =
      Set.of("yaml", "yml", "haml", "slim", "pug", "sass", "coffee", "hs", "makefile", "mk");

  static Language of(String path) {
    String name = PathIndex.name(path).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (ending.equals("py") || ending.equals("pyi")) {
      return PYTHON;
    }
    if (SCRIPTS.contains(ending)) {
      return SCRIPT;
    }
    if (NEWLINED.contains(ending)) {
      return NEWLINES;
    }
    if (BRACED.contains(ending)) {
      return BRACES;
    }
    if (MARKED.contains(ending)) {
      return MARKUP;
    }
    return BY_INDENTATION.contains(ending) ? INDENTED : LINES;
  }

  boolean hasSlashComments() {
    return this == SCRIPT || this == NEWLINES || this == BRACES;
  }

  /** Whether {@code 'a'} and {@code "a"} are the same. */
  boolean quotesAreEqual() {
    return this == SCRIPT || this == PYTHON;
  }

  /** Whether {@link Layout} compares tokens; otherwise lines. */
  boolean hasTokens() {
    return this == PYTHON || hasSlashComments();
  }
}
