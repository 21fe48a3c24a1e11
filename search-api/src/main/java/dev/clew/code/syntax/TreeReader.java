// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSParser;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSTree;

/**
 * Parses a text and copies the tree out of native memory, which is released before it returns. Deep
 * nesting costs no Java stack.
 */
final class TreeReader {
  /** Longest text that is parsed, in characters. */
  static final int MAX_TEXT = 2 << 20;

  private static final long MAX_NANOS = 8_000_000_000L;
  private static final int CHUNK = 1 << 16;

  private static final Pattern TEXT =
      Pattern.compile(
          "[\"'`]|<<<|\\bthrow\\s|\\braise\\s|(?i:\\b\\w{0,12}(?:trace|debug|info|information|notice|warn|warning|err|error|"
              + "severe|fatal|critical|fine|finer|finest|log)\\w{0,9}\\s{0,3}[({!])");

  /** One set of types is asked for in all: that of functions. */
  private static final Map<Language, TSQuery> QUERIES = new ConcurrentHashMap<>();

  private TreeReader() {}

  /**
   * The tree of a text; empty when the text is too long, takes longer than 8 seconds, or this
   * system has no parser for the language.
   */
  static Optional<SyntaxTree> read(Language language, String text) {
    return read(language, text, Set.of());
  }

  /**
   * As {@link #read(Language, String)}, but only with the nodes of some types, what is directly
   * below them, and what they are in: a fraction of the time.
   */
  static Optional<SyntaxTree> read(Language language, String text, Set<String> only) {
    return text.length() > MAX_TEXT
        ? Optional.empty()
        : NativeParts.grammar(language).flatMap(grammar -> parse(language, text, grammar, only));
  }

  /** As {@link #read(Language, String)}, but only with what texts and calls of loggers are in. */
  static Optional<SyntaxTree> readTexts(Language language, String text) {
    return text.length() > MAX_TEXT
        ? Optional.empty()
        : NativeParts.grammar(language).flatMap(grammar -> parse(language, text, grammar, null));
  }

  /** Where a text starts or something is called by a name of loggers, in bytes and in order. */
  private static int[] texts(String text) {
    return TEXT.matcher(text)
        .results()
        .flatMapToInt(found -> IntStream.of(found.start() * 2, (found.end() - 1) * 2))
        .toArray();
  }

  private static Optional<SyntaxTree> parse(
      Language language, String text, NativeParts.Grammar grammar, @Nullable Set<String> only) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    long until = System.nanoTime() + MAX_NANOS;
    try (TSParser parser = new TSParser()) {
      parser.setLanguage(grammar.language());
      TSTree parsed =
          parser.parseWithOptions(
              new byte[CHUNK],
              null,
              (chunk, offset, point) -> {
                int length = Math.max(0, Math.min(chunk.length, bytes.length - offset));
                System.arraycopy(bytes, Math.min(offset, bytes.length), chunk, 0, length);
                return length;
              },
              TSInputEncoding.TSInputEncodingUTF16LE,
              state -> System.nanoTime() > until);
      if (parsed == null) {
        return Optional.empty();
      }
      try (TSTree tree = parsed) {
        int[] places = only == null ? texts(text) : places(tree, language, grammar, only);
        return new TreeCopy(grammar, places, only == null ? Set.of() : only, until)
            .of(tree)
            .map(rows -> new SyntaxTree(language, text, grammar, rows));
      }
    }
  }

  /** Where nodes of these types start, in bytes and in order; null when all nodes are wanted. */
  private static int @Nullable [] places(
      TSTree tree, Language language, NativeParts.Grammar grammar, Set<String> only) {
    if (only.isEmpty()) {
      return null;
    }
    IntStream.Builder places = IntStream.builder();
    try (TSQueryCursor cursor = new TSQueryCursor()) {
      cursor.exec(wanted(language, grammar, only), tree.getRootNode());
      TSQueryMatch match = new TSQueryMatch();
      while (cursor.nextMatch(match)) {
        places.add(match.getCaptures()[0].getNode().getStartByte());
      }
    }
    return places.build().sorted().toArray();
  }

  /**
   * Finds the nodes of these types; kept, since making it costs as much as parsing a small file.
   */
  private static TSQuery wanted(Language language, NativeParts.Grammar grammar, Set<String> only) {
    return QUERIES.computeIfAbsent(
        language,
        key ->
            new TSQuery(
                grammar.language(),
                grammar.types().stream()
                    .distinct()
                    .filter(type -> only.contains(type) && grammar.isNamed(type))
                    .map(type -> "(" + type + ") @f")
                    .collect(Collectors.joining("\n"))));
  }
}
