// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the functions of a tree, whatever its language calls them. */
final class FunctionFinder {
  private static final Set<String> DECLARATIONS =
      Set.of(
          "method_declaration",
          "constructor_declaration",
          "compact_constructor_declaration",
          "secondary_constructor",
          "destructor_declaration",
          "operator_declaration",
          "conversion_operator_declaration",
          "function_declaration",
          "function_definition",
          "generator_function_declaration",
          "method_definition",
          "local_function_statement",
          "method",
          "singleton_method",
          "function_item");

  static final Set<String> LAMBDAS =
      Set.of(
          "lambda_expression",
          "lambda_literal",
          "lambda",
          "arrow_function",
          "function_expression",
          "function",
          "generator_function",
          "func_literal",
          "anonymous_function",
          "anonymous_function_creation_expression",
          "anonymous_method_expression",
          "closure_expression");

  private static final Set<String> ASSIGNMENTS =
      Set.of(
          "variable_declarator",
          "property_declaration",
          "val_definition",
          "pair",
          "assignment",
          "assignment_expression",
          "public_field_definition",
          "field_definition",
          "short_var_declaration",
          "assignment_statement",
          "var_spec",
          "const_spec",
          "let_declaration",
          "init_declarator");

  private static final Set<String> OWNERS =
      Set.of(
          "class_declaration",
          "abstract_class_declaration",
          "interface_declaration",
          "enum_declaration",
          "record_declaration",
          "struct_declaration",
          "object_declaration",
          "companion_object",
          "class_definition",
          "object_definition",
          "trait_definition",
          "trait_declaration",
          "class",
          "module",
          "impl_item",
          "trait_item",
          "class_specifier",
          "struct_specifier");

  /** All that functions and their owners are read from. */
  static final Set<String> TYPES =
      Stream.of(DECLARATIONS, LAMBDAS, OWNERS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> NAMES =
      Set.of(
          "identifier",
          "simple_identifier",
          "type_identifier",
          "field_identifier",
          "property_identifier",
          "private_property_identifier",
          "name",
          "constant",
          "destructor_name",
          "operator_name",
          "namespace_identifier");

  private final SyntaxTree tree;
  private final Map<Integer, Function> byNode = new TreeMap<>();

  FunctionFinder(SyntaxTree tree) {
    this.tree = tree;
    for (int i = 0; i < tree.size(); i++) {
      String type = tree.type(i);
      if (DECLARATIONS.contains(type)) {
        declared(tree.node(i));
      } else if (LAMBDAS.contains(type)) {
        assigned(tree.node(i));
      }
    }
  }

  List<Function> functions() {
    List<Map.Entry<Integer, Function>> found = new ArrayList<>(byNode.entrySet());
    found.sort(Comparator.comparingInt(entry -> tree.end(entry.getKey())));
    return found.stream().map(Map.Entry::getValue).toList();
  }

  /** The innermost function around a node. */
  Optional<Function> around(Node node) {
    return around(node.index()).map(byNode::get);
  }

  /** Node of the innermost function around a node. */
  Optional<Integer> around(int node) {
    for (int above = node; above >= 0; above = tree.parent(above)) {
      if (byNode.containsKey(above)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  private void declared(Node node) {
    boolean body =
        node.child("body").isPresent()
            || node.childOf("function_body", "block", "arrow_expression_clause").isPresent()
            || node.is("method")
            || node.is("singleton_method");
    if (body) {
      name(node).ifPresent(name -> add(node, node, name));
    }
  }

  /** {@code const f = (a) => …}: the range is that of the assignment. */
  private void assigned(Node lambda) {
    Optional<Node> above = lambda.parent();
    if (above.isPresent() && above.get().is("expression_list")) {
      above = above.get().parent();
    }
    if (above.isPresent() && above.get().isOneOf(ASSIGNMENTS)) {
      Node assignment = above.get();
      assignedName(assignment)
          .filter(name -> !name.covers(lambda))
          .flatMap(FunctionFinder::lastName)
          .ifPresent(name -> add(lambda, assignment, name));
    }
  }

  static Optional<Node> assignedName(Node assignment) {
    return assignment
        .child("name", "left", "key", "property", "pattern", "declarator")
        .or(() -> assignment.childOf("variable_declaration", "identifier", "simple_identifier"));
  }

  private void add(Node function, Node range, String name) {
    byNode.put(
        function.index(), new Function(name, owner(function), range.firstLine(), range.lastLine()));
  }

  private static Optional<String> name(Node node) {
    if (node.is("secondary_constructor")) {
      return Optional.of(owner(node));
    }
    Optional<Node> name = node.child("name");
    if (name.isEmpty() && node.child("declarator").isPresent()) {
      return node.child("declarator").flatMap(FunctionFinder::declaredName);
    }
    return name.or(() -> node.childOf("simple_identifier", "identifier")).map(Node::text);
  }

  /** {@code *Owner::name(int)} → name. */
  private static Optional<String> declaredName(Node declarator) {
    Node at = declarator;
    while (!at.isOneOf(NAMES)) {
      Node here = at;
      Optional<Node> inner =
          at.is("qualified_identifier")
              ? at.child("name")
              : at.child("declarator")
                  .or(() -> here.childOf("function_declarator", "identifier", "field_identifier"));
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      at = inner.get();
    }
    return Optional.of(at.text());
  }

  /** The last name in {@code exports.z}, {@code $f} or {@code [list of one]}. */
  static Optional<String> lastName(Node node) {
    for (int i = tree(node).next(node.index()) - 1; i >= node.index(); i--) {
      if (NAMES.contains(tree(node).type(i))) {
        return Optional.of(tree(node).node(i).text());
      }
    }
    return Optional.empty();
  }

  /** The class, receiver or type around a node; empty when there is none. */
  static String owner(Node node) {
    if (node.is("method_declaration") && node.child("receiver").isPresent()) {
      return node.child("receiver").flatMap(FunctionFinder::lastName).orElse("");
    }
    for (Optional<Node> at = Optional.of(node); at.isPresent(); at = at.get().parent()) {
      Node here = at.get();
      String scope = here.is("function_definition") ? scope(here) : "";
      if (!scope.isEmpty()) {
        return scope;
      }
      if (here.isOneOf(OWNERS)) {
        return here.child("name", "type")
            .or(() -> here.childOf("type_identifier", "simple_identifier"))
            .map(name -> name.text().replaceFirst("<.*", ""))
            .orElse("");
      }
    }
    return "";
  }

  /** {@code Owner} in {@code void Owner::name() {}}. */
  private static String scope(Node function) {
    Optional<Node> at = function.child("declarator");
    while (at.isPresent()) {
      if (at.get().is("qualified_identifier")) {
        return at.get().child("scope").flatMap(FunctionFinder::lastName).orElse("");
      }
      at = at.get().child("declarator");
    }
    return "";
  }

  private static SyntaxTree tree(Node node) {
    return node.tree();
  }
}
