// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import dev.clew.code.syntax.Said.Kind;
import dev.clew.code.syntax.Template.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what a file says, by the shape of its calls: a receiver that looks like a logger or a
 * method that is called as a level, and a text among its arguments. No library is known by more
 * than the names it uses.
 */
final class SaidFinder {
  /** Methods of fluent loggers that take the message. */
  private static final Set<String> MESSAGE_METHODS =
      Set.of(
          "msg",
          "Msg",
          "Msgf",
          "setMessage",
          "message",
          "log",
          "Log",
          "Logf",
          "print",
          "Print",
          "Printf",
          "Println",
          "write",
          "Write",
          "add",
          "log_message",
          "send",
          "Send",
          "logp",
          "logf",
          "event");

  /** Keys before the message where keys and values alternate. */
  private static final Set<String> MESSAGE_KEYS = Set.of("msg", "message", "event");

  private static final Pattern WRAPPER =
      Pattern.compile(
          "^_?log(?![a-z])|^log_|Log(?![a-z])|_log(?:_|$)|^LOG|_LOG(?:_|$)|^[a-z]*log$|^logg?ing$");

  private static final Pattern PRINTER =
      Pattern.compile(
          "^(?:f?e?print(?:ln|f|k)?|f?puts|perror|warnx?|errx?|syslog|vsyslog|Write(?:Line)?|Print(?:f|ln)?|"
              + "Fprint(?:f|ln)?|echo|error_log|trigger_error|errmsg|elog|die|p|dbg)$");

  private static final Pattern RAISER =
      Pattern.compile(
          "^(?:raise|panic|Errorf|anyhow|bail|ensure|fail|abort|reject|unreachable|todo|expect|Fatalf?)$");

  private static final Set<String> THROWS =
      Set.of("throw_statement", "throw_expression", "raise_statement", "jump_expression");

  private static final Set<String> MADE =
      Set.of("object_creation_expression", "new_expression", "instance_expression");

  private static final Pattern ERROR_TYPE = Pattern.compile("(?:Exception|Error|Failure|Fault)\\b");

  /** Words that a text needs to count as one that people read. */
  private static final int MIN_WORDS = 3;

  private static final Pattern WORDS = Pattern.compile("[\\p{L}]{2,}[\\p{Punct}]*\\s+(?=\\S)");
  private static final int MAX_SAID = 20_000;
  private static final int MAX_FIXED = 2_000;

  private final SyntaxTree tree;
  private final FunctionFinder functions;
  private final Texts texts;
  private final Loggers loggers;
  private final List<Said> said = new ArrayList<>();

  /** Nodes whose text is already part of something said. */
  private final BitSet done = new BitSet();

  SaidFinder(SyntaxTree tree, FunctionFinder functions) {
    this.tree = tree;
    this.functions = functions;
    this.texts = new Texts(tree, functions);
    this.loggers = new Loggers(tree.text);
  }

  List<Said> find() {
    for (int i = 0; i < tree.size() && said.size() < MAX_SAID; i++) {
      if (!done.get(i)) {
        look(tree.node(i));
      }
    }
    said.sort(Comparator.comparingInt(Said::first));
    return said;
  }

  private void look(Node node) {
    if (node.isOneOf(THROWS)) {
      thrown(node);
    } else if (stream(node) || echo(node)) {
      return;
    } else if (Literal.is(node)) {
      prose(node);
    } else {
      CallShape.of(node).ifPresent(this::call);
    }
  }

  private void call(CallShape call) {
    Optional<Kind> kind = kind(call);
    if (kind.isEmpty()) {
      return;
    }
    boolean logs = kind.get() == Kind.LOG;
    String level = level(call);
    List<Node> arguments = call.arguments();
    int shown = -1;
    for (int i = 0; i < arguments.size(); i++) {
      Optional<Template> template =
          texts.template(arguments.get(i), arguments.subList(i + 1, arguments.size()));
      if (template.isPresent() && saysMore(template.get(), arguments, i)) {
        Template whole = withRest(template.get(), call, arguments, i);
        add(call.node(), kind.get(), whole, level, loggers.name(call.receiver()));
        return;
      }
      shown = shown < 0 && Levels.in(arguments.get(i).text()).isEmpty() ? i : shown;
    }
    if (logs && shown >= 0 && !Levels.ofMethod(call.name()).isEmpty()) {
      String expression = Literal.expression(arguments.get(shown));
      add(
          call.node(),
          kind.get(),
          new Template(List.of(new Part(false, expression))),
          level,
          loggers.name(call.receiver()));
    }
  }

  /** A first argument of one word, such as a tag, is not the text when a sentence follows. */
  private boolean saysMore(Template template, List<Node> arguments, int at) {
    boolean last = at + 1 >= arguments.size();
    if (last || (template.letters() > 0 && template.toString().indexOf(' ') >= 0)) {
      return true;
    }
    if (template.parts().isEmpty() || MESSAGE_KEYS.contains(template.toString())) {
      return false;
    }
    if (tree.language == Language.GO || tree.language == Language.PYTHON) {
      return true;
    }
    return arguments.stream()
        .skip(at + 1L)
        .limit(4)
        .map(argument -> texts.template(argument, List.of()))
        .noneMatch(next -> next.isPresent() && next.get().toString().indexOf(' ') >= 0);
  }

  /** Printers that join their arguments: {@code console.log("a", b)}, {@code Println("a", b)}. */
  private Template withRest(Template template, CallShape call, List<Node> arguments, int at) {
    boolean joins =
        call.receiver().endsWith("console")
            || call.name().endsWith("ln")
            || call.name().equals("Print")
            || (tree.language == Language.PYTHON && call.name().equals("print"));
    if (!joins || template.parts().stream().anyMatch(part -> part.text().isEmpty())) {
      return template;
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < at; i++) {
      parts.add(new Part(false, Literal.expression(arguments.get(i))));
      parts.add(new Part(true, " "));
    }
    parts.addAll(template.parts());
    boolean filled = !template.parts().stream().allMatch(Part::fixed);
    for (int i = at + 1; !filled && i < arguments.size(); i++) {
      parts.add(new Part(true, " "));
      texts.collect(arguments.get(i), parts, 1);
    }
    return new Template(Literal.merged(parts));
  }

  private Optional<Kind> kind(CallShape call) {
    String name = call.name();
    String receiver = call.receiver();
    boolean levelled = !Levels.ofMethod(name).isEmpty();
    boolean logger = loggers.is(receiver);
    boolean chained = receiver.endsWith(")") && !Levels.in(receiver).isEmpty();
    if ((logger && (levelled || MESSAGE_METHODS.contains(name)))
        || (chained && MESSAGE_METHODS.contains(name) && mentionsLogger(receiver))
        || (receiver.endsWith(")") && levelled && mentionsLogger(receiver))) {
      return Optional.of(Kind.LOG);
    }
    if (call.node().isOneOf(MADE)) {
      return ERROR_TYPE.matcher(name).find() ? Optional.of(Kind.THROW) : Optional.empty();
    }
    boolean named = name.length() > 5 && name.regionMatches(true, 0, "log", 0, 3);
    if (levelled && (named || call.node().is("macro_invocation"))) {
      return Optional.of(Kind.LOG);
    }
    if (RAISER.matcher(name).find() && (receiver.isEmpty() || name.equals("Errorf"))) {
      return Optional.of(Kind.THROW);
    }
    if ((receiver.isEmpty() && levelled)
        || WRAPPER.matcher(name).find()
        || PRINTER.matcher(name).matches()) {
      return Optional.of(Kind.PRINT);
    }
    return Optional.empty();
  }

  private boolean mentionsLogger(String receiver) {
    int end = receiver.indexOf('(');
    String start = end < 0 ? receiver : receiver.substring(0, end);
    int dot = start.lastIndexOf('.');
    return loggers.is(start) || (dot > 0 && loggers.is(start.substring(0, dot)));
  }

  private static String level(CallShape call) {
    String level = Levels.ofMethod(call.name());
    if (!level.isEmpty()) {
      return level;
    }
    for (Node argument : call.arguments().stream().limit(3).toList()) {
      if (!Literal.is(argument) && argument.end() - argument.start() < 60) {
        String named = Levels.in(argument.text());
        if (!named.isEmpty()) {
          return named;
        }
      }
    }
    String chain = call.receiver().indexOf('(') > 0 ? Levels.in(call.receiver()) : "";
    return chain.isEmpty() ? Levels.in(call.name()) : chain;
  }

  /** {@code LOG(INFO) << "a" << b}, {@code std::cerr << …}. */
  private boolean stream(Node node) {
    if (!node.is("binary_expression")
        || tree.language != Language.CPP
        || node.parent().filter(above -> above.is("binary_expression")).isPresent()) {
      return false;
    }
    Node target = node;
    while (target.is("binary_expression") && target.child("left").isPresent()) {
      target = target.child("left").get();
    }
    Optional<CallShape> call = CallShape.of(target);
    String name = call.map(CallShape::name).orElse("");
    boolean logs = call.isPresent() && (WRAPPER.matcher(name).find() || name.endsWith("CHECK"));
    String text = target.end() - target.start() > 80 ? "" : target.text();
    boolean prints = text.endsWith("cout") || text.endsWith("cerr") || text.endsWith("clog");
    if (!logs && !prints && !loggers.is(text)) {
      return false;
    }
    List<Part> parts = new ArrayList<>();
    if (!texts.collect(node, parts, 0) || parts.isEmpty()) {
      return false;
    }
    Template template = new Template(Literal.merged(withoutEnd(parts.subList(1, parts.size()))));
    add(node, logs ? Kind.LOG : Kind.PRINT, template, Levels.in(text), "");
    return true;
  }

  private static List<Part> withoutEnd(List<Part> parts) {
    return parts.stream().filter(part -> part.fixed() || !part.text().endsWith("endl")).toList();
  }

  /** PHP's own print statements. */
  private boolean echo(Node node) {
    if (!node.is("echo_statement") && !node.is("print_intrinsic")) {
      return false;
    }
    Optional<Template> template =
        node.children().stream().findFirst().flatMap(text -> texts.template(text, List.of()));
    template.ifPresent(found -> add(node, Kind.PRINT, found, "", ""));
    return template.isPresent();
  }

  private void thrown(Node node) {
    for (Node child : node.children()) {
      Optional<CallShape> call = CallShape.of(child);
      if (call.isPresent()) {
        List<Node> arguments = call.get().arguments();
        for (int i = 0; i < Math.min(3, arguments.size()); i++) {
          Optional<Template> template =
              texts.template(arguments.get(i), arguments.subList(i + 1, arguments.size()));
          if (template.isPresent() && template.get().letters() > 0) {
            add(node, Kind.THROW, template.get(), "", call.get().name());
            return;
          }
        }
      }
    }
  }

  private void prose(Node literal) {
    Optional<Template> template = texts.template(literal, List.of());
    boolean documents =
        tree.language == Language.PYTHON
            && literal.parent().filter(above -> above.is("expression_statement")).isPresent();
    if (template.isPresent()
        && !documents
        && WORDS.matcher(template.get().toString()).results().count() >= MIN_WORDS - 1) {
      add(literal, Kind.TEXT, template.get(), "", "");
    }
  }

  private void add(Node node, Kind kind, Template template, String level, String logger) {
    int letters =
        template.parts().stream().filter(Part::fixed).mapToInt(part -> part.text().length()).sum();
    if (letters > MAX_FIXED) {
      return;
    }
    for (int i = node.index(); i < tree.next(node.index()); i++) {
      if (Literal.is(tree.node(i))) {
        done.set(i, tree.next(i));
      }
    }
    done.set(node.index());
    if (kind == Kind.THROW) {
      done.set(node.index(), tree.next(node.index()));
    }
    Optional<Function> function = functions.around(node);
    said.add(
        new Said(
            kind,
            template,
            level,
            logger,
            FunctionFinder.owner(node),
            function.map(Function::name).orElse(""),
            node.firstLine(),
            node.lastLine()));
  }
}
