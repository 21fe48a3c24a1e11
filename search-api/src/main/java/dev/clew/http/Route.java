// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Weight;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameter;
import java.util.List;

/**
 * One address of the API.
 *
 * @param path with its path parameters in braces: {@code /api/events/{id}}
 * @param summary what it answers, in half a line
 * @param parameters all it takes, path parameters included
 * @param weight how much memory its questions may need
 * @param answer the type of its answer, from which its schema is drawn
 * @param endpoint what answers
 */
record Route(
    String path,
    String summary,
    List<Parameter<?>> parameters,
    Weight weight,
    Class<?> answer,
    Endpoint endpoint) {
  Route {
    parameters = List.copyOf(parameters);
  }

  /**
   * The name of the operation in the OpenAPI document: the path's last fixed part, in the singular
   * when a path parameter says which one.
   */
  String operation() {
    String fixed = path.replaceAll("/\\{[^}]*+}$", "");
    String name = fixed.substring(fixed.lastIndexOf('/') + 1).replace(".json", "");
    return fixed.equals(path) ? name : name.replaceAll("s$", "");
  }
}
