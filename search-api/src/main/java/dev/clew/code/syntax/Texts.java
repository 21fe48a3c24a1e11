// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import dev.clew.code.syntax.Template.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns expressions that make a text into templates. */
final class Texts {
  /** Nesting further down counts as one variable. */
  private static final int MAX_DEPTH = 60;

  private static final Set<String> SUMS =
      Set.of(
          "binary_expression",
          "binary_operator",
          "additive_expression",
          "infix_expression",
          "binary");

  private static final Set<String> JOINED =
      Set.of("concatenated_string", "chained_string", "parenthesized_expression");

  /** Functions that make a text of their first text and the arguments after it. */
  private static final Pattern FORMATTERS =
      Pattern.compile(
          "(?i)^(?:v?s?n?printf|format|formatted|fmt|asprintf|strprintf|strformat|messageformat|"
              + "_|_l[ewi]|n?gettext|tr|trimmargin|trimindent|stripmargin|stripindent|lazy|text|"
              + "html|new_string|string|str|from|to_string|into|valueof|tostring|of|concat|strcat|"
              + "format_args|errorf|newf?|wrapf?)$");

  private final SyntaxTree tree;
  private final FunctionFinder functions;
  private final Map<String, List<Node>> values = new HashMap<>();

  Texts(SyntaxTree tree, FunctionFinder functions) {
    this.tree = tree;
    this.functions = functions;
    for (int i = 0; i < tree.size(); i++) {
      if (DECLARED.contains(tree.type(i))) {
        remember(tree.node(i));
      }
    }
  }

  private static final Set<String> DECLARED =
      Set.of(
          "variable_declarator",
          "property_declaration",
          "val_definition",
          "var_definition",
          "assignment",
          "assignment_expression",
          "public_field_definition",
          "field_definition",
          "short_var_declaration",
          "assignment_statement",
          "var_spec",
          "const_spec",
          "const_item",
          "static_item",
          "const_element",
          "let_declaration",
          "preproc_def",
          "init_declarator");

  private void remember(Node declaration) {
    Node value = declaration.child("value", "right").orElseGet(() -> lastChild(declaration));
    Optional<Node> name =
        FunctionFinder.assignedName(declaration).or(() -> declaration.childOf("name"));
    if (name.isPresent() && !name.get().covers(value) && !value.covers(name.get())) {
      FunctionFinder.lastName(name.get())
          .ifPresent(
              text -> values.computeIfAbsent(text, key -> new ArrayList<>()).add(single(value)));
    }
  }

  private static Node lastChild(Node node) {
    List<Node> children = node.children();
    return children.isEmpty() ? node : children.get(children.size() - 1);
  }

  private static Node single(Node node) {
    List<Node> children = node.is("expression_list") ? node.children() : List.of();
    return children.size() == 1 ? children.get(0) : node;
  }

  /** The template of an expression with the arguments after it; empty when it holds no text. */
  Optional<Template> template(Node expression, List<Node> arguments) {
    List<Part> parts = new ArrayList<>();
    if (!collect(expression, parts, 0)) {
      return Optional.empty();
    }
    List<String> filling = arguments.stream().map(Literal::expression).toList();
    return Optional.of(new Template(Literal.filled(parts, filling)));
  }

  /** Adds the parts of an expression; false when there is no fixed text in it. */
  boolean collect(Node node, List<Part> parts, int depth) {
    if (depth < MAX_DEPTH) {
      if (Literal.is(node)) {
        parts.addAll(Literal.parts(node));
        return true;
      }
      if (node.isOneOf(JOINED) || node.isOneOf(SUMS)) {
        return joined(node, parts, depth);
      }
      Optional<Node> held = held(node);
      if (held.isPresent()) {
        List<Part> value = new ArrayList<>();
        if (collect(held.get(), value, depth + MAX_DEPTH / 3)) {
          parts.addAll(value);
          return true;
        }
        parts.add(new Part(false, Literal.expression(node)));
        return false;
      }
      Optional<Node> body = body(node);
      if (body.isPresent()) {
        return collect(body.get(), parts, depth + 1);
      }
      Optional<CallShape> call = CallShape.of(node);
      if (call.isPresent() && made(call.get(), parts, depth)) {
        return true;
      }
    }
    parts.add(new Part(false, Literal.expression(node)));
    return false;
  }

  private boolean joined(Node node, List<Part> parts, int depth) {
    if (!node.isOneOf(SUMS) && !node.children().isEmpty()) {
      boolean any = false;
      for (Node child : node.children()) {
        any |= collect(child, parts, depth + 1);
      }
      return any;
    }
    // a long sum leans to the left: walk down its spine instead of nesting
    List<Node> terms = new ArrayList<>();
    Node at = node;
    while (at.isOneOf(SUMS)) {
      List<Node> sides = sides(at);
      String sign = sides.size() == 2 ? sign(sides.get(0), sides.get(1)) : "";
      if (sign.equals("%") && percent(sides, terms, parts, depth)) {
        return true;
      }
      if (!sign.equals("+") && !sign.equals(".") && !sign.equals("<<")) {
        break;
      }
      terms.add(0, sides.get(1));
      at = sides.get(0);
    }
    if (terms.isEmpty()) { // a difference, a product, or not looked into
      parts.add(new Part(false, Literal.expression(node)));
      return false;
    }
    boolean any = collectUnless(at, node, parts, depth);
    for (Node term : terms) {
      any |= collect(term, parts, depth + 1);
    }
    return any;
  }

  private boolean collectUnless(Node at, Node whole, List<Part> parts, int depth) {
    if (at.index() == whole.index() || at.isOneOf(SUMS)) {
      parts.add(new Part(false, Literal.expression(at)));
      return false;
    }
    return collect(at, parts, depth + 1);
  }

  /** {@code "a %s" % b}. */
  private boolean percent(List<Node> sides, List<Node> terms, List<Part> parts, int depth) {
    List<Part> format = new ArrayList<>();
    if (!collect(sides.get(0), format, depth + 1)) {
      return false;
    }
    Node right = sides.get(1);
    List<Node> filling = right.is("tuple") || right.is("array") ? right.children() : List.of(right);
    parts.addAll(Literal.filled(format, filling.stream().map(Literal::expression).toList()));
    for (Node term : terms) {
      collect(term, parts, depth + 1);
    }
    return true;
  }

  private static List<Node> sides(Node sum) {
    return sum.children().stream()
        .filter(child -> !child.field().equals("operator") && !child.type().endsWith("comment"))
        .toList();
  }

  private String sign(Node left, Node right) {
    String between = tree.text.substring(left.end(), Math.max(left.end(), right.start()));
    return between.replaceAll("//[^\n]*|#[^\n]*|/\\*.*?\\*/|[\\s()]", "");
  }

  /** A text made by a formatter, or by a call on a text. */
  private boolean made(CallShape call, List<Part> parts, int depth) {
    List<Node> arguments = call.arguments();
    Optional<Node> on =
        call.node()
            .child("object", "receiver")
            .or(() -> call.node().child("function").flatMap(Texts::calledOn))
            .or(() -> call.node().childOf("navigation_expression").flatMap(Texts::calledOn));
    if (on.isPresent() && Literal.is(on.get())) {
      List<Part> format = new ArrayList<>();
      collect(on.get(), format, depth + 1);
      parts.addAll(Literal.filled(format, arguments.stream().map(Literal::expression).toList()));
      return true;
    }
    if (!FORMATTERS.matcher(call.name()).matches()) {
      return false;
    }
    for (int i = 0; i < Math.min(3, arguments.size()); i++) {
      List<Part> format = new ArrayList<>();
      if (collect(arguments.get(i), format, depth + 1)) {
        List<String> filling =
            arguments.subList(i + 1, arguments.size()).stream().map(Literal::expression).toList();
        parts.addAll(Literal.filled(format, filling));
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> calledOn(Node callee) {
    return callee
        .child("object", "operand", "value", "expression", "argument")
        .or(() -> callee.children().stream().findFirst());
  }

  /** The last expression of a block or lambda. */
  private static Optional<Node> body(Node node) {
    return switch (node.type()) {
      case "annotated_lambda",
          "lambda_literal",
          "statements",
          "block",
          "do_block",
          "block_body",
          "body_statement",
          "expression_statement",
          "return_statement",
          "reference_expression",
          "cast_expression" ->
          node.children().isEmpty() ? Optional.empty() : Optional.of(lastChild(node));
      case "lambda_expression", "arrow_function", "closure_expression", "lambda" ->
          node.child("body");
      default -> Optional.empty();
    };
  }

  /**
   * What a name holds: the nearest assignment before it in its function, else the only one outside
   * of functions.
   */
  private Optional<Node> held(Node node) {
    String name =
        switch (node.type()) {
          case "identifier", "simple_identifier", "constant", "name", "variable_name" ->
              node.text();
          case "field_access",
              "attribute",
              "member_expression",
              "member_access_expression",
              "class_constant_access_expression",
              "scoped_identifier",
              "navigation_expression",
              "field_expression" -> {
            String last = FunctionFinder.lastName(node).orElse("");
            yield last.equals(last.toUpperCase(Locale.ROOT)) ? last : "";
          }
          default -> "";
        };
    List<Node> known = values.getOrDefault(name.replaceFirst("^\\$", ""), List.of());
    Optional<Integer> here = functions.around(node.index());
    Optional<Node> found = Optional.empty();
    int outside = 0;
    for (Node value : known) {
      Optional<Integer> around = functions.around(value.index());
      if (around.isEmpty()) {
        outside++;
        found = found.isEmpty() ? Optional.of(value) : found;
      }
    }
    found = outside == 1 ? found : Optional.empty();
    for (Node value : known) {
      if (here.isPresent()
          && functions.around(value.index()).equals(here)
          && value.end() <= node.start()) {
        found = Optional.of(value);
      }
    }
    return found.filter(value -> !value.covers(node));
  }
}
