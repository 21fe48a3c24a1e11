// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named node of a tree.
 *
 * @param tree where it is
 * @param index which one
 */
record Node(SyntaxTree tree, int index) {
  String type() {
    return tree.type(index);
  }

  boolean is(String type) {
    return type().equals(type);
  }

  boolean isOneOf(Set<String> types) {
    return types.contains(type());
  }

  /** What it is to its parent; empty when the grammar has no name for that. */
  String field() {
    return tree.field(index);
  }

  int start() {
    return tree.start(index);
  }

  int end() {
    return tree.end(index);
  }

  String text() {
    return tree.text.substring(start(), end());
  }

  int firstLine() {
    return tree.line(start());
  }

  int lastLine() {
    return tree.line(Math.max(start(), end() - 1));
  }

  Optional<Node> parent() {
    int above = tree.parent(index);
    return above < 0 ? Optional.empty() : Optional.of(tree.node(above));
  }

  List<Node> children() {
    List<Node> children = new ArrayList<>();
    for (int i = index + 1; i < tree.next(index); i = tree.next(i)) {
      children.add(tree.node(i));
    }
    return children;
  }

  /** The first child in one of these roles. */
  Optional<Node> child(String... roles) {
    for (int i = index + 1; i < tree.next(index); i = tree.next(i)) {
      for (String role : roles) {
        if (tree.field(i).equals(role)) {
          return Optional.of(tree.node(i));
        }
      }
    }
    return Optional.empty();
  }

  /** The first child of one of these types. */
  Optional<Node> childOf(String... types) {
    for (int i = index + 1; i < tree.next(index); i = tree.next(i)) {
      for (String type : types) {
        if (tree.type(i).equals(type)) {
          return Optional.of(tree.node(i));
        }
      }
    }
    return Optional.empty();
  }

  /** True when {@code other} is this node or below it. */
  boolean covers(Node other) {
    return other.index >= index && other.index < tree.next(index);
  }
}
