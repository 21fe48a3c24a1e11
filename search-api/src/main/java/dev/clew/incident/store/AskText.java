// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.clew.incident.Ask;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A question as one text: its path, and its parameters as an address has them. */
final class AskText {
  private AskText() {}

  static String of(Ask ask) {
    return ask.parameters().entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", ask.path() + "?", ""));
  }

  /** The question of which {@code text} was made: paths have no question mark. */
  static Ask read(String text) {
    int mark = text.indexOf('?');
    Map<String, String> parameters = new TreeMap<>();
    String query = text.substring(mark + 1);
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return new Ask(text.substring(0, mark), parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
