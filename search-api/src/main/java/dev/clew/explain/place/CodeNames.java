// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the code that a text names: dotted names that begin as those of the loggers do, such as
 * {@code acme.pay.charge.Charge.post}.
 *
 * <p>By the loggers it is known too what a name means: a class has a file of its own where loggers
 * are named after classes, elsewhere it stands in its module.
 */
public final class CodeNames {
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_NAME = 200;
  private static final int LEAST_SEGMENTS = 3;
  private static final int MOST_NAMES = 50;

  private final Set<String> loggers = new HashSet<>();
  private final Set<String> roots = new HashSet<>();
  private final Set<String> rootsOfClasses = new HashSet<>();

  /** Knows names by those of all loggers, of which some may be no names of code. */
  public CodeNames(Collection<String> loggers) {
    this.loggers.addAll(loggers);
    for (String logger : loggers) {
      String[] segments = logger.split("\\.");
      if (segments.length > 1) {
        roots.add(Ownership.root(segments));
        if (isType(segments[segments.length - 1])) {
          rootsOfClasses.add(Ownership.root(segments));
        }
      }
    }
  }

  /** The names in {@code text}, as often as it has them, in its order; of a long text its begin. */
  public List<String> in(String text) {
    List<String> names = new ArrayList<>();
    int end = Math.min(LONGEST_TEXT, text.length());
    int at = 0;
    while (at < end && names.size() < MOST_NAMES) {
      int to = at;
      int dots = 0;
      while (to < end && (isPart(text.charAt(to)) || text.charAt(to) == '.')) {
        dots += text.charAt(to) == '.' ? 1 : 0;
        to++;
      }
      if (dots >= LEAST_SEGMENTS - 1 && to - at <= LONGEST_NAME && !isPath(text, at, to)) {
        name(text, at, to).ifPresent(names::add);
      }
      at = to + 1;
    }
    return names;
  }

  private Optional<String> name(String text, int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) == '.') {
      end--;
    }
    String name = text.substring(from, end);
    String[] segments = name.split("\\.", -1);
    if (segments.length < LEAST_SEGMENTS || !roots.contains(Ownership.root(segments))) {
      return Optional.empty();
    }
    for (String segment : segments) {
      if (segment.isEmpty() || Character.isDigit(segment.charAt(0))) {
        return Optional.empty();
      }
    }
    return Optional.of(name);
  }

  /**
   * Where the code of that name is; empty for an exception, and for what may as well be the name of
   * a host or setting.
   */
  public Optional<Place> place(String name) {
    if (loggers.contains(name)) {
      return Place.ofLogger(name);
    }
    String[] segments = name.split("[.$]");
    if (segments.length < 2) {
      return Optional.empty();
    }
    int type = 1;
    while (type < segments.length && !isType(segments[type])) {
      type++;
    }
    int last = segments.length - 1;
    if (type > last) {
      String module = name.substring(0, name.length() - segments[last].length() - 1);
      boolean function = segments[last].startsWith("_") || loggers.contains(module);
      return function ? Optional.of(module(segments, last, segments[last])) : Optional.empty();
    }
    if (segments[type].endsWith("Exception") || segments[type].endsWith("Error")) {
      return Optional.empty();
    }
    if (rootsOfClasses.contains(Ownership.root(segments))) {
      String file = String.join("/", List.of(segments).subList(0, type + 1)) + ".java";
      return Optional.of(new Place(file, file, isType(segments[last]) ? "" : segments[last], 0));
    }
    return Optional.of(module(segments, type, type < last ? segments[last] : ""));
  }

  private static Place module(String[] segments, int length, String function) {
    String file = String.join("/", List.of(segments).subList(0, length)) + ".py";
    return new Place(file, file, isType(function) ? "" : function, 0);
  }

  private static boolean isType(String segment) {
    return !segment.isEmpty() && Character.isUpperCase(segment.charAt(0));
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$';
  }

  /** True for a part of a path or an address. */
  private static boolean isPath(String text, int from, int to) {
    return (from > 0 && isOfPath(text.charAt(from - 1)))
        || (to < text.length() && isOfPath(text.charAt(to)));
  }

  private static boolean isOfPath(char c) {
    return c == '/' || c == '\\' || c == '@';
  }
}
