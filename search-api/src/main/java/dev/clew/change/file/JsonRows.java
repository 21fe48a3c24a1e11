// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes JSON apart into rows: every object that holds a plain value is one. Streamed, so that a row
 * knows its line and a large file needs no more memory than a row.
 */
final class JsonRows {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** A row under construction. */
  private record Open(long line, Map<String, String> values) {}

  /** Takes what is wrong with the file at a line. */
  interface Problems {
    void add(long line, String message);
  }

  private JsonRows() {}

  static void read(Reader reader, Consumer<ChangeRow> rows, Problems problems) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
      read(parser, rows, problems);
    }
  }

  private static void read(JsonParser parser, Consumer<ChangeRow> rows, Problems problems) {
    Deque<Open> open = new ArrayDeque<>();
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          open.push(new Open(parser.currentTokenLocation().getLineNr(), new LinkedHashMap<>()));
        } else if (token == JsonToken.END_OBJECT) {
          Open row = open.pop();
          if (!open.isEmpty()
              && open.peek().values.keySet().stream().anyMatch(ChangeRow::isTimeName)) {
            row.values.forEach(open.peek().values::putIfAbsent);
          } else if (!row.values.isEmpty() && !isEnvelope(row.values)) {
            rows.accept(new ChangeRow(row.line, row.values));
          }
        } else if (token.isScalarValue() && !open.isEmpty() && parser.currentName() != null) {
          open.peek().values.put(parser.currentName(), text(parser, token));
        }
      }
    } catch (StreamReadException e) {
      problems.add(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          e.getOriginalMessage() + "; what follows was not read: mend the JSON here");
    }
  }

  /** An object around the rows may carry a title or a version of its own, but no time. */
  private static boolean isEnvelope(Map<String, String> values) {
    return values.keySet().stream()
        .noneMatch(name -> ChangeRow.isTimeName(name) || ChangeRow.namesChange(name));
  }

  private static @Nullable String text(JsonParser parser, JsonToken token) {
    return token == JsonToken.VALUE_NULL ? null : parser.getString();
  }
}
