// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call in any of the languages.
 *
 * @param node the whole call
 * @param name what is called: function, method, macro or type
 * @param receiver what it is called on, without white space; empty when there is none
 * @param arguments the expressions handed over; a block that follows the call is the last
 */
record CallShape(Node node, String name, String receiver, List<Node> arguments) {
  private static final Set<String> TYPES =
      Set.of(
          "method_invocation",
          "call_expression",
          "call",
          "invocation_expression",
          "member_call_expression",
          "nullsafe_member_call_expression",
          "function_call_expression",
          "scoped_call_expression",
          "macro_invocation",
          "object_creation_expression",
          "new_expression",
          "instance_expression",
          "generic_function");

  private static final Set<String> WRAPPERS = Set.of("argument", "value_argument");

  /** Named arguments that carry the text of a message. */
  private static final Set<String> MESSAGE_NAMES = Set.of("event", "msg", "message");

  private static final Pattern LAST_NAME =
      Pattern.compile(
          "(?:^|\\.|::|->|\\?\\.|&\\.)@?([\\p{L}_$][\\p{L}\\p{N}_$]*)[!?]?(?:<[^()]*>)?$");

  private static final int MAX_CALLEE = 2_000;

  static List<SourceFile.Call> calls(SyntaxTree tree) {
    List<SourceFile.Call> calls = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      if (TYPES.contains(tree.type(i))) {
        Node node = tree.node(i);
        callee(node)
            .ifPresent(
                found ->
                    calls.add(new SourceFile.Call(found.name, found.receiver, node.firstLine())));
      }
    }
    return calls;
  }

  /** The call that a node is. */
  static Optional<CallShape> of(Node node) {
    return node.isOneOf(TYPES)
        ? callee(node)
            .map(found -> new CallShape(node, found.name, found.receiver, arguments(node)))
        : Optional.empty();
  }

  private record Callee(String name, String receiver) {}

  private static Optional<Callee> callee(Node node) {
    Optional<Node> method = node.child("method");
    Optional<Node> name = method.isPresent() ? method : node.child("name");
    if (name.isPresent() && node.child("function").isEmpty()) {
      String receiver =
          node.child("object", "receiver", "scope").map(CallShape::compact).orElse("");
      return Optional.of(new Callee(name.get().text(), receiver));
    }
    return node.child("function", "macro", "constructor", "type")
        .or(() -> node.children().stream().findFirst())
        .map(CallShape::compact)
        .flatMap(CallShape::split);
  }

  private static Optional<Callee> split(String callee) {
    Matcher last = LAST_NAME.matcher(callee);
    return last.find()
        ? Optional.of(new Callee(last.group(1), callee.substring(0, last.start())))
        : Optional.empty();
  }

  /** Without white space outside of strings being kept: a receiver is only looked at, not shown. */
  private static String compact(Node node) {
    int from = Math.max(node.start(), node.end() - MAX_CALLEE);
    StringBuilder text = new StringBuilder();
    for (int i = from; i < node.end(); i++) {
      char c = node.tree().text.charAt(i);
      if (!Character.isWhitespace(c)) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static List<Node> arguments(Node node) {
    List<Node> found = new ArrayList<>();
    for (Node child : node.children()) {
      switch (child.type()) {
        case "argument_list", "arguments", "value_arguments", "token_tree" ->
            child.children().forEach(argument -> add(found, argument));
        case "call_suffix" -> {
          for (Node part : child.children()) {
            if (part.is("value_arguments")) {
              part.children().forEach(argument -> add(found, argument));
            } else {
              found.add(part);
            }
          }
        }
        case "block", "do_block" -> found.add(child);
        default -> {
          // the callee
        }
      }
    }
    return found;
  }

  private static void add(List<Node> found, Node argument) {
    if (argument.isOneOf(WRAPPERS)) {
      List<Node> inner = argument.children();
      if (!inner.isEmpty()) {
        found.add(inner.get(inner.size() - 1));
      }
    } else if (argument.is("keyword_argument")) {
      argument
          .child("name")
          .filter(name -> MESSAGE_NAMES.contains(name.text()))
          .flatMap(name -> argument.child("value"))
          .ifPresent(found::add);
    } else if (!argument.type().endsWith("comment")) {
      found.add(argument);
    }
  }
}
