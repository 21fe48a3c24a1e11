// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * Parses a text and copies the tree out of native memory, which is released before it returns. Deep
 * nesting costs no Java stack.
 */
final class TreeReader {
  /** Longest text that is parsed, in characters. */
  static final int MAX_TEXT = 2 << 20;

  /** Most nodes that a tree may have: one for each character would be 2 million. */
  private static final int MAX_NODES = 1_200_000;

  private static final long MAX_NANOS = 3_000_000_000L;
  private static final int CHUNK = 1 << 16;

  private TreeReader() {}

  /**
   * The tree of a text; empty when the text is too long, takes longer than 3 seconds, or this
   * system has no parser for the language.
   */
  static Optional<SyntaxTree> read(Language language, String text) {
    return text.length() > MAX_TEXT
        ? Optional.empty()
        : NativeParts.grammar(language).flatMap(grammar -> parse(language, text, grammar));
  }

  private static Optional<SyntaxTree> parse(
      Language language, String text, NativeParts.Grammar grammar) {
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
        return copy(tree, grammar, until)
            .map(rows -> new SyntaxTree(language, text, grammar, rows));
      }
    }
  }

  private static Optional<SyntaxTree.Rows> copy(
      TSTree tree, NativeParts.Grammar grammar, long until) {
    SyntaxTree.Rows rows = new SyntaxTree.Rows();
    Deque<Integer> open = new ArrayDeque<>();
    TSNode root = tree.getRootNode();
    rows.broken = root.hasError();
    try (TSTreeCursor cursor = new TSTreeCursor(root)) {
      open.push(-1);
      while (true) {
        int added = add(rows, cursor, grammar, open.element());
        if (rows.size > MAX_NODES || (rows.size & 0xFFF) == 0 && System.nanoTime() > until) {
          return Optional.empty();
        }
        if (added >= 0 && cursor.gotoFirstChild()) {
          open.push(added);
          continue;
        }
        close(rows, added);
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) {
            return Optional.of(rows);
          }
          close(rows, open.pop());
        }
      }
    }
  }

  /** The node's index; -1 for one without a name, below which nothing has one. */
  private static int add(
      SyntaxTree.Rows rows, TSTreeCursor cursor, NativeParts.Grammar grammar, int parent) {
    TSNode node = cursor.currentNode();
    int symbol = node.getSymbol();
    boolean error = symbol >= grammar.named().length;
    if (!error && !grammar.named()[symbol]) {
      return -1;
    }
    return rows.add(
        symbol, cursor.currentFieldId(), node.getStartByte() / 2, node.getEndByte() / 2, parent);
  }

  private static void close(SyntaxTree.Rows rows, int index) {
    if (index >= 0) {
      rows.next[index] = rows.size;
    }
  }
}
