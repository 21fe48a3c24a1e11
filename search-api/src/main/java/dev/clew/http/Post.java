// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import io.javalin.http.Handler;
import java.util.regex.Pattern;

/**
 * An address that takes what people tell.
 *
 * @param path with its path parameters in braces
 * @param operation its name in the OpenAPI document
 * @param summary what it does, in half a line
 * @param told the type of its body, from which its schema is drawn
 * @param answer the type of its answer
 * @param handler what does it
 */
record Post(
    String path,
    String operation,
    String summary,
    Class<?> told,
    Class<?> answer,
    Handler handler) {
  /** Whether {@code address} is one of those it takes. */
  boolean takes(String address) {
    String[] fixed = path.split("\\{[^}]*+}", -1);
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < fixed.length; i++) {
      expression.append(i == 0 ? "" : "[^/]++").append(Pattern.quote(fixed[i]));
    }
    return Pattern.matches(expression.toString(), address);
  }
}
