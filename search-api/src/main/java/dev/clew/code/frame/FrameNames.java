// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.event.StackFrame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names in a frame are called in source. Compilers and proxies make names of their own: of
 * lambdas, coroutines, closures, generated classes.
 */
final class FrameNames {
  /** Classes that exist at run time only. */
  private static final Pattern GENERATED =
      Pattern.compile("(?:^|[.$])(?:\\$?Proxy\\d+|GeneratedMethodAccessor\\d+|LambdaForm\\$.*)$");

  /**
   * {@code lambda$pay$0}, {@code $anonfun$pay$1$adapted}, {@code CGLIB$pay$0}, {@code access$pay}.
   */
  private static final Pattern PREFIXED =
      Pattern.compile("^(?:lambda|\\$anonfun|CGLIB|access|\\$deserializeLambda)\\$(.*)$");

  /** {@code pay$lambda$0}, {@code pay$lambda-0}, {@code pay$default}, {@code pay$suspendImpl}. */
  private static final Pattern SUFFIXED =
      Pattern.compile(
          "\\$(?:lambda(?:[$-].*)?|default|suspendImpl|suspendConversion\\d*|adapted|\\d+).*$");

  /** A class that Kotlin or Scala makes of a function: {@code Server$pay$2}. */
  private static final Pattern FUNCTION_CLASS = Pattern.compile("\\$([A-Za-z_]\\w*)\\$\\d+$");

  /** {@code <PayAsync>d__5}, {@code <Pay>b__0}. */
  private static final Pattern NET = Pattern.compile("<([\\w.]+)>[a-z]__");

  private static final Pattern GO_CLOSURE =
      Pattern.compile("(?:\\.func\\d+(?:\\.\\d+)*|\\.gowrap\\d+|-fm|-range\\d+)+$");
  private static final Pattern RUBY = Pattern.compile("^(?:block|rescue|ensure)(?: \\(.*\\))? in ");
  private static final Pattern RUST_HASH = Pattern.compile("::h[0-9a-f]{16}$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private FrameNames() {}

  /** True for a class that no file holds. */
  static boolean isGenerated(String module) {
    return GENERATED.matcher(module).find();
  }

  /** The function's simple name in source; empty when it has none or none can be told. */
  static String function(StackFrame frame) {
    String printed = frame.function();
    Matcher net = NET.matcher(frame.module() + "." + printed);
    if (net.find()) {
      return word(net.group(1));
    }
    if (printed.equals("invokeSuspend") || printed.equals("invoke") || printed.equals("apply")) {
      Matcher made = FUNCTION_CLASS.matcher(frame.module());
      return made.find() ? made.group(1) : word(printed);
    }
    if (printed.equals("<init>") || printed.equals(".ctor") || printed.equals("__construct")) {
      return printed.startsWith("__") ? printed : simpleClass(frame.module());
    }
    if (printed.contains("closure")) {
      return rustClosure(frame);
    }
    return word(plain(printed));
  }

  private static String plain(String printed) {
    String name = RUBY.matcher(printed).replaceFirst("");
    name = RUST_HASH.matcher(name).replaceFirst("");
    int generic = name.indexOf('[');
    name = generic > 0 ? name.substring(0, generic) : name;
    generic = name.endsWith(">") && !name.startsWith("<") ? name.indexOf('<') : -1;
    name = generic > 0 ? name.substring(0, generic) : name;
    int locals = name.indexOf(".<locals>");
    name = locals > 0 ? name.substring(0, locals) : name;
    name = GO_CLOSURE.matcher(name).replaceFirst("");
    Matcher prefixed = PREFIXED.matcher(name);
    if (prefixed.matches()) {
      name = prefixed.group(1);
      name = name.equals("new") || name.startsWith("new$") ? "" : name;
      name = name.startsWith("static$") ? "" : name;
    }
    return SUFFIXED.matcher(name).replaceFirst("");
  }

  /** {@code shop::pay::charge::{{closure}}}: the function around it. */
  private static String rustClosure(StackFrame frame) {
    String whole = frame.module().replace("::", ".") + "." + frame.function().replace("::", ".");
    int closure = whole.indexOf(".{");
    return closure > 0 ? word(whole.substring(0, closure)) : "";
  }

  /** The last name of a path of names, when it is one. */
  private static String word(String path) {
    int from =
        Math.max(path.lastIndexOf('.'), Math.max(path.lastIndexOf(':'), path.lastIndexOf('#')));
    String name = path.substring(from + 1).strip();
    name = name.endsWith("!") || name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
    return WORD.matcher(name).matches() ? name : "";
  }

  /** {@code Pay} of {@code com.acme.Pay$Inner}: {@code Inner}. */
  static String simpleClass(String module) {
    String name = module.substring(module.lastIndexOf('.') + 1);
    String[] parts = name.split("[$+]");
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isEmpty() && !Character.isDigit(parts[i].charAt(0))) {
        return word(parts[i]);
      }
    }
    return "";
  }

  /** The class that its file is called after: {@code Pay} of {@code Pay$$EnhancerBySpring$$1}. */
  static String outerClass(String name) {
    int end = 0;
    while (end < name.length() && "$+`".indexOf(name.charAt(end)) < 0) {
      end++;
    }
    return name.substring(0, end);
  }
}
