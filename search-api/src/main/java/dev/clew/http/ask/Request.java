// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.http.ask.ParameterType.BadValue;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked of a route: its parameters, checked. */
public final class Request {
  private static final int SHOWN = 80;

  private final String path;
  private final List<Parameter<?>> parameters;
  private final Map<String, String> inPath;
  private final Map<String, List<String>> inQuery;
  private final Waiter waiter;

  /**
   * @param path of the route, and {@code parameters} all it takes
   * @throws Problem when a parameter is given that the route does not have, or one is given twice
   */
  public Request(
      String path,
      List<Parameter<?>> parameters,
      Map<String, String> inPath,
      Map<String, List<String>> inQuery) {
    this(path, parameters, inPath, inQuery, Waiter.patient());
    inQuery.forEach(this::check);
  }

  private Request(
      String path,
      List<Parameter<?>> parameters,
      Map<String, String> inPath,
      Map<String, List<String>> inQuery,
      Waiter waiter) {
    this.path = path;
    this.parameters = parameters;
    this.inPath = inPath;
    this.inQuery = inQuery;
    this.waiter = waiter;
  }

  /** The same, asked by somebody who waits no longer than {@code someone}. */
  public Request by(Waiter someone) {
    return new Request(path, parameters, inPath, inQuery, someone);
  }

  /** Who waits for the answer. */
  public Waiter waiter() {
    return waiter;
  }

  /** Whether the route takes the parameter. */
  public boolean takes(Parameter<?> parameter) {
    return parameters.contains(parameter);
  }

  /** The value given, or what stands in its place. */
  public <T> Optional<T> find(Parameter<T> parameter) {
    if (!parameters.contains(parameter)) {
      throw new IllegalArgumentException(path + " does not declare " + parameter.name());
    }
    String text =
        parameter.inPath()
            ? inPath.get(parameter.name())
            : inQuery.getOrDefault(parameter.name(), List.of("")).getFirst();
    if (text == null || text.isEmpty()) {
      return Optional.ofNullable(parameter.fallback());
    }
    return Optional.of(read(parameter, text));
  }

  /** The value of a parameter that always has one. */
  public <T> T get(Parameter<T> parameter) {
    return find(parameter).orElseThrow();
  }

  private static <T> T read(Parameter<T> parameter, String text) {
    try {
      return parameter.type().read(text);
    } catch (BadValue bad) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "%s: \"%s\" %s".formatted(parameter.name(), start(text), bad.getMessage()),
          bad.fix());
    }
  }

  private void check(String name, List<String> values) {
    if (names().stream().noneMatch(name::equals)) {
      throw new Problem(
          ProblemType.UNKNOWN_PARAMETER,
          "%s has no parameter \"%s\"".formatted(path, start(name)),
          names().isEmpty() ? "leave it out" : "it takes " + String.join(", ", names()));
    }
    if (values.size() > 1) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "%s is given %d times".formatted(name, values.size()),
          "give it once");
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Parameter<?> parameter : parameters) {
      if (!parameter.inPath()) {
        names.add(parameter.name());
      }
    }
    return names;
  }

  private static String start(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
