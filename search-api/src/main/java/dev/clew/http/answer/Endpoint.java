// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.Request;
import dev.clew.http.problem.Problem;

/** Answers one route. Thread-safe. */
@FunctionalInterface
public interface Endpoint {

  /**
   * The answer, an object that Jackson can write: a record of {@code json} or a map.
   *
   * @throws Problem when the question cannot be answered, for a reason worth telling
   */
  Object answer(Request request);
}
