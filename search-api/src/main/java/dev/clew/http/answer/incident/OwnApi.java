// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.http.ask.Parameter;
import dev.clew.http.ask.Request;
import dev.clew.http.problem.Problem;
import dev.clew.incident.Ask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading routes of this server, asked from inside it, as anybody else asks them. */
public interface OwnApi {
  /**
   * A route, found by the path of a question.
   *
   * @param template with its path parameters in braces
   * @param parameters all that it takes
   * @param inPath its path parameters
   */
  record Own(String template, List<Parameter<?>> parameters, Map<String, String> inPath) {
    /** {@code ask} as the route reads it. */
    Request request(Ask ask) {
      Map<String, List<String>> inQuery = new HashMap<>();
      ask.parameters().forEach((name, value) -> inQuery.put(name, List.of(value)));
      return new Request(template, parameters, inPath, inQuery);
    }
  }

  /** The route that answers at {@code path}. */
  Optional<Own> find(String path);

  /**
   * The answer's bytes, which are JSON.
   *
   * @throws Problem when there is no answer
   */
  byte[] answer(Ask ask);
}
