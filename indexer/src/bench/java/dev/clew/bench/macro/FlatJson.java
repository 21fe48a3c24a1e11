// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/** JSON objects as their values by path: {@code {"a":{"b":1}}} is {@code a.b = 1}. */
final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FlatJson() {}

  /** The values in {@code text}, one object. */
  static Map<String, String> read(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          values.put(path(parser.streamReadContext()), parser.getString());
        }
      }
    }
    return values;
  }

  /** {@code text} as a JSON string. */
  static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
  }

  private static String path(TokenStreamContext place) {
    String name = place.inArray() ? "" + place.getCurrentIndex() : "" + place.currentName();
    TokenStreamContext above = place.getParent();
    return above == null || above.inRoot() ? name : path(above) + "." + name;
  }
}
