// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.io.Reader;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes reports in JSON apart, within limits. */
final class Trees {
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 16 * 1024 * 1024;
  private static final long LONGEST = 512L * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxDocumentLength(LONGEST)
                          .build())
                  .build())
          .build();

  private Trees() {}

  /** A parser that reads trees; to be closed, which closes {@code reader} as well. */
  static JsonParser parser(Reader reader) {
    return MAPPER.createParser(reader);
  }

  /** Hands out all documents that stand one after the other. */
  static void each(Reader reader, Consumer<JsonNode> documents) {
    try (JsonParser parser = parser(reader)) {
      while (parser.nextToken() != null) {
        documents.accept(parser.readValueAsTree());
      }
    }
  }
}
