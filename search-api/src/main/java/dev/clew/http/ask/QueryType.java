// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import java.util.Map;

/** A query text. Only its size can be wrong; what it says never is. */
final class QueryType implements ParameterType<String> {
  /** The longest text, in UTF-16 code units. */
  static final int LONGEST = 16_384;

  @Override
  public String read(String text) {
    if (text.length() > LONGEST) {
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE,
          "q: the query has %d characters, more than %d".formatted(text.length(), LONGEST),
          "keep the first %d characters, or ask in several steps".formatted(LONGEST),
          LONGEST);
    }
    return text;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "maxLength", LONGEST);
  }
}
