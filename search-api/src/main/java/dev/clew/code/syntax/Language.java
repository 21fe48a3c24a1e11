// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterScala;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The languages whose grammar is there. */
public enum Language {
  JAVA("java", TreeSitterJava::new, "java"),
  KOTLIN("kotlin", TreeSitterKotlin::new, "kt", "kts"),
  SCALA("scala", TreeSitterScala::new, "scala", "sc"),
  PYTHON("python", TreeSitterPython::new, "py", "pyw", "pyi"),
  GO("go", TreeSitterGo::new, "go"),
  JAVASCRIPT("javascript", TreeSitterJavascript::new, "js", "mjs", "cjs", "jsx"),
  TYPESCRIPT("typescript", TreeSitterTypescript::new, "ts", "mts", "cts"),
  TSX("tsx", TreeSitterTsx::new, "tsx"),
  C_SHARP("c-sharp", TreeSitterCSharp::new, "cs"),
  RUBY("ruby", TreeSitterRuby::new, "rb", "rake"),
  PHP("php", TreeSitterPhp::new, "php"),
  RUST("rust", TreeSitterRust::new, "rs"),
  C("c", TreeSitterC::new, "c"),
  CPP("cpp", TreeSitterCpp::new, "cc", "cpp", "cxx", "c++", "hpp", "hh", "hxx", "h", "cu");

  private final String library;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor
  private final Supplier<TSLanguage> grammar;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> endings;

  Language(String library, Supplier<TSLanguage> grammar, String... endings) {
    this.library = library;
    this.grammar = grammar;
    this.endings = List.of(endings);
  }

  /** The language that a file's ending tells; empty when there is no grammar for it. */
  public static Optional<Language> of(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(language -> language.endings.contains(ending))
        .findFirst();
  }

  /** Name of its native part, as in {@code tree-sitter-java}. */
  String library() {
    return "tree-sitter-" + library;
  }

  /** Loads the grammar; only once its native part is there. */
  TSLanguage grammar() {
    return grammar.get();
  }
}
