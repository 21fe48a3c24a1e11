// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSSymbolType;

/**
 * Loads the native parts of the parser, each when a file of its language is first read. They are
 * unpacked into a folder of their own, which is gone as soon as they are loaded, so that a killed
 * process leaves nothing behind. Thread-safe.
 */
final class NativeParts {
  private static final Logger LOG = System.getLogger(NativeParts.class.getName());

  /** Where the binding looks before it unpacks a library itself. */
  private static final String FOLDER = "tree-sitter-lib";

  private static final List<String> MACHINES = List.of("x86_64", "aarch64");

  /** As in {@code libx.so}, {@code libx.dylib} and {@code x.dll}. */
  private static final String ENDING =
      System.mapLibraryName("x").substring(System.mapLibraryName("x").lastIndexOf('.'));

  private static final String SYSTEM =
      switch (ENDING) {
        case ".dll" -> "windows";
        case ".dylib" -> "macos";
        default -> "linux-gnu";
      };

  private static final Map<Language, Optional<Grammar>> LOADED = new EnumMap<>(Language.class);

  private NativeParts() {}

  /**
   * A grammar and the names of what it tells apart.
   *
   * @param language for a parser
   * @param types name of each kind of node, by symbol
   * @param named whether nodes of that symbol have a name of their own, by symbol
   * @param fields names of the fields, by id; none at 0
   */
  record Grammar(TSLanguage language, List<String> types, boolean[] named, List<String> fields) {
    /** True when a rule of the grammar has that name, and not only a word of the language. */
    boolean isNamed(String type) {
      return IntStream.range(0, named.length).anyMatch(i -> named[i] && types.get(i).equals(type));
    }
  }

  /** The grammar; empty where this system has no native part for it, which is said once. */
  static Optional<Grammar> grammar(Language language) {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(language, NativeParts::load);
    }
  }

  private static Optional<Grammar> load(Language language) {
    try {
      Path folder = Files.createTempDirectory("clew-grammar-");
      try {
        unpack(folder, "tree-sitter");
        unpack(folder, language.library());
        return Optional.of(loadFrom(folder, language));
      } finally {
        remove(folder);
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(
          Level.WARNING,
          "files in {0} are read without a parser: its native part cannot be loaded here: {1}",
          language,
          e.toString());
      return Optional.empty();
    }
  }

  private static Grammar loadFrom(Path folder, Language language) {
    String before = System.setProperty(FOLDER, folder.toString());
    try (TSParser first = new TSParser()) {
      TSLanguage grammar = language.grammar();
      if (!first.setLanguage(grammar)) {
        throw new IllegalStateException("the grammar is of another version than the parser");
      }
      return described(grammar);
    } finally {
      if (before == null) {
        System.clearProperty(FOLDER);
      } else {
        System.setProperty(FOLDER, before);
      }
    }
  }

  private static Grammar described(TSLanguage grammar) {
    int count = grammar.symbolCount();
    String[] types = new String[count];
    boolean[] named = new boolean[count];
    for (int i = 0; i < count; i++) {
      types[i] = String.valueOf(grammar.symbolName(i));
      named[i] = grammar.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
    }
    String[] fields = new String[grammar.fieldCount() + 1];
    fields[0] = "";
    for (int i = 1; i < fields.length; i++) {
      fields[i] = String.valueOf(grammar.fieldNameForId(i));
    }
    return new Grammar(grammar, List.of(types), named, List.of(fields));
  }

  /** For every kind of machine that this system runs on: the binding takes its own. */
  private static void unpack(Path folder, String library) throws IOException {
    boolean any = false;
    for (String machine : MACHINES) {
      String name = "lib/" + machine + "-" + SYSTEM + "-" + library + ENDING;
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream in = TSParser.class.getClassLoader().getResourceAsStream(name)) {
        if (in != null) {
          Files.copy(in, file);
          any = true;
        }
      }
    }
    if (!any) {
      throw new IOException("there is no " + library + " for this system");
    }
  }

  /** Where a loaded library cannot be removed, it goes with the process. */
  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          LOG.log(Level.DEBUG, "{0} is removed at the end: {1}", file, e.getMessage());
          file.toFile().deleteOnExit();
        }
      }
    }
  }
}
