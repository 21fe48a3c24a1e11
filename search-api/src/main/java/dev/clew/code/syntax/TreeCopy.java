// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * Copies named nodes out of a native tree. Each look at a native node costs a fraction of a
 * microsecond, so what is not wanted is not entered. Deep nesting costs no Java stack. Single use.
 */
final class TreeCopy {
  /** Most nodes that a tree may have: one for each character would be 2 million. */
  private static final int MAX_NODES = 1_200_000;

  /** What holds neither functions nor calls nor texts. */
  private static final Set<String> SKIPPED =
      Set.of(
          "line_comment",
          "block_comment",
          "comment",
          "import_declaration",
          "package_declaration",
          "type_arguments",
          "type_parameters",
          "formal_parameters",
          "using_directive");

  /** What names a value by more than one word, and what is handed over. */
  private static final Set<String> NAMING =
      Set.of(
          "object_creation_expression",
          "new_expression",
          "argument_list",
          "arguments",
          "argument",
          "value_arguments",
          "value_argument",
          "call_suffix",
          "interpolation",
          "tuple",
          "field_access",
          "attribute",
          "member_expression",
          "member_access_expression",
          "class_constant_access_expression",
          "scoped_identifier",
          "navigation_expression",
          "navigation_suffix",
          "field_expression",
          "function_declarator",
          "qualified_identifier",
          "pointer_declarator",
          "reference_declarator");

  /** How far below a function its name may be: C's declarators nest. */
  private static final int NAME_DEPTH = 4;

  private final NativeParts.Grammar grammar;

  /** Start bytes of the wanted nodes in order; null when all are wanted. */
  private final int @Nullable [] places;

  private final Set<String> only;
  private final long until;
  private final SyntaxTree.Rows rows = new SyntaxTree.Rows();

  TreeCopy(NativeParts.Grammar grammar, int @Nullable [] places, Set<String> only, long until) {
    this.grammar = grammar;
    this.places = places;
    this.only = only;
    this.until = until;
  }

  /** A node whose children are being copied: its index and how far it is below a wanted one. */
  private record Open(int index, int below) {}

  /** The nodes; empty when they are too many or the time is over. */
  Optional<SyntaxTree.Rows> of(TSTree tree) {
    Deque<Open> open = new ArrayDeque<>();
    TSNode root = tree.getRootNode();
    rows.broken = root.hasError();
    try (TSTreeCursor cursor = new TSTreeCursor(root)) {
      open.push(new Open(-1, NAME_DEPTH));
      while (true) {
        int added = add(cursor, open.element().index);
        if (rows.size > MAX_NODES || ((rows.size & 0xFFF) == 0 && System.nanoTime() > until)) {
          return Optional.empty();
        }
        int below = added < 0 ? NAME_DEPTH : below(added, open.element().below);
        if (added >= 0 && enters(added, below) && cursor.gotoFirstChild()) {
          open.push(new Open(added, below));
          continue;
        }
        close(added);
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) {
            return Optional.of(rows);
          }
          close(open.pop().index);
        }
      }
    }
  }

  private int below(int index, int above) {
    return only.contains(type(index)) ? 0 : above + 1;
  }

  private String type(int index) {
    int symbol = rows.type[index] & 0xFFFF;
    return symbol < grammar.types().size() ? grammar.types().get(symbol) : "ERROR";
  }

  private boolean enters(int index, int below) {
    String type = type(index);
    if (places == null) {
      return !SKIPPED.contains(type);
    }
    boolean naming =
        type.endsWith("declarator")
            || type.endsWith("identifier")
            || type.endsWith("_type")
            || type.startsWith("parameter");
    if (below == 0
        || (below < NAME_DEPTH && naming)
        || type.startsWith("variable_")
        || type.equals("expression_list")
        || NAMING.contains(type)) {
      return true;
    }
    int after = Arrays.binarySearch(places, rows.start[index] * 2);
    int first = after >= 0 ? after : -after - 1;
    return first < places.length && places[first] < rows.end[index] * 2;
  }

  /** The node's index; -1 for one without a name, below which nothing has one. */
  private int add(TSTreeCursor cursor, int parent) {
    TSNode node = cursor.currentNode();
    int symbol = node.getSymbol();
    if (symbol < grammar.named().length && !grammar.named()[symbol]) {
      return -1;
    }
    return rows.add(
        symbol, cursor.currentFieldId(), node.getStartByte() / 2, node.getEndByte() / 2, parent);
  }

  private void close(int index) {
    if (index >= 0) {
      rows.next[index] = rows.size;
    }
  }
}
