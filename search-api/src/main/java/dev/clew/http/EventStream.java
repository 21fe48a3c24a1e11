// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.ask.Parameter;
import java.util.List;
import java.util.Map;

/**
 * An address whose answer comes in pieces, as the OpenAPI document shows it.
 *
 * @param summary what it answers, in half a line
 * @param mediaType of the answer, and {@code description} of it
 * @param headers further that it reads, and what each means
 * @param events the type of what each named piece holds
 */
record EventStream(
    String path,
    String summary,
    String mediaType,
    String description,
    List<Parameter<?>> parameters,
    Map<String, String> headers,
    Map<String, Class<?>> events) {
  EventStream {
    parameters = List.copyOf(parameters);
  }
}
