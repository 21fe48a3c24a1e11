// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Admission;
import dev.clew.http.admit.Weight;
import dev.clew.http.admit.Workers;
import dev.clew.http.answer.incident.OwnApi;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.Ask;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Answers the questions of people, and this server's own, each in its turn. Thread-safe. */
final class Answers {
  private final Routes routes;
  private final Admission admission;
  private final Workers workers;
  private final UnderWay underWay;
  private final JsonMapper json;

  Answers(Routes routes, Admission admission, Workers workers, UnderWay underWay, JsonMapper json) {
    this.routes = routes;
    this.admission = admission;
    this.workers = workers;
    this.underWay = underWay;
    this.json = json;
  }

  /**
   * The answer's bytes.
   *
   * @param asker who asks
   * @param gone whether they have gone
   */
  byte[] answer(
      Route route,
      Map<String, String> inPath,
      Map<String, List<String>> inQuery,
      String asker,
      BooleanSupplier gone) {
    Request request = new Request(route.path(), route.parameters(), inPath, inQuery);
    Waiter waiter = new Waiter(System.nanoTime(), routes.patience(request), gone);
    underWay.add(waiter);
    try {
      Admission.Pass pass = admission.enter(asker, route.weight(), waiter);
      waiter.workAt(pass::giveWay);
      Supplier<byte[]> work = () -> answer(route, request.by(waiter), pass);
      return route.weight() == Weight.NONE ? work.get() : workers.call(work);
    } finally {
      underWay.remove(waiter);
    }
  }

  private byte[] answer(Route route, Request request, Admission.Pass pass) {
    try {
      return json.writeValueAsBytes(route.endpoint().answer(request));
    } finally {
      pass.close();
    }
  }

  /** The routes as this server asks them for {@code asker}, in the same queue as everybody. */
  OwnApi asking(String asker, BooleanSupplier gone) {
    return new Asking(asker, gone);
  }

  private final class Asking implements OwnApi {
    private final String asker;
    private final BooleanSupplier gone;

    Asking(String asker, BooleanSupplier gone) {
      this.asker = asker;
      this.gone = gone;
    }

    @Override
    public Optional<Own> find(String path) {
      return route(path)
          .flatMap(
              route ->
                  inPath(route.path(), path)
                      .map(values -> new Own(route.path(), route.parameters(), values)));
    }

    @Override
    public byte[] answer(Ask ask) {
      Route route = route(ask.path()).orElseThrow(() -> unknown(ask));
      Map<String, List<String>> inQuery = new HashMap<>();
      ask.parameters().forEach((name, value) -> inQuery.put(name, List.of(value)));
      return Answers.this.answer(
          route, inPath(route.path(), ask.path()).orElseThrow(), inQuery, asker, gone);
    }
  }

  private static Problem unknown(Ask ask) {
    return new Problem(
        ProblemType.UNKNOWN_ROUTE,
        "nothing is served at \"%s\"".formatted(ask.path()),
        "/api/openapi.json lists every route");
  }

  private Optional<Route> route(String path) {
    return routes.all().stream()
        .filter(route -> inPath(route.path(), path).isPresent())
        .findFirst();
  }

  /** The values of the braces of {@code template} in {@code path}; empty when it is another. */
  private static Optional<Map<String, String>> inPath(String template, String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        Optional<String> value = decoded(given[i]);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.put(wanted[i].substring(1, wanted[i].length() - 1), value.get());
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static Optional<String> decoded(String part) {
    try {
      // a plus sign stands for itself in a path
      return Optional.of(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
