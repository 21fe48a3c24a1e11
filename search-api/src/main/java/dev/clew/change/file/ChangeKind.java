// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import dev.clew.change.run.AnsibleLog;
import dev.clew.change.run.PuppetReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a file of changes is, told by its content, as names lie. */
enum ChangeKind {
  CSV,
  JSON,
  /** of the callback plugin {@code json} or {@code jsonl} */
  ANSIBLE,
  ANSIBLE_LOG,
  PUPPET_YAML,
  PUPPET_JSON,
  CHEF;

  /** How many lines may stand before the one that shows what the text is. */
  private static final int LINES_SEEN = 50;

  private static final JsonFactory JSON_TEXT = new JsonFactory();
  private static final int MARK = 1 << 16;

  /** The kind of a text, of which no more is read than is needed to tell. */
  static ChangeKind of(Reader text) throws IOException {
    BufferedReader reader = new BufferedReader(text, MARK);
    reader.mark(MARK);
    int first = reader.read();
    while (first == '\uFEFF' || Character.isWhitespace(first)) {
      reader.mark(MARK);
      first = reader.read();
    }
    reader.reset();
    if (first == '{') {
      return ofObject(reader);
    }
    return first == '[' ? JSON : ofLines(reader);
  }

  private static ChangeKind ofLines(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    for (int i = 0; i < LINES_SEEN && line != null; i++) {
      if (i < 2 && AnsibleLog.isLine(line)) {
        return ANSIBLE_LOG;
      }
      if (line.contains(PuppetReport.TAG) || line.startsWith("resource_statuses:")) {
        return PUPPET_YAML;
      }
      line = reader.readLine();
    }
    return CSV;
  }

  /** By the names in the first object. */
  private static ChangeKind ofObject(Reader reader) {
    try (JsonParser parser = JSON_TEXT.createParser(ObjectReadContext.empty(), reader)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean event = name.equals("_event") && parser.getString().startsWith("v2_");
        if (event || (name.equals("plays") && value == JsonToken.START_ARRAY)) {
          return ANSIBLE;
        }
        if (name.equals("resource_statuses")) {
          return PUPPET_JSON;
        }
        boolean message = name.equals("message_type") && parser.getString().equals("run_converge");
        if (message || (name.equals("updated_resources") && value == JsonToken.START_ARRAY)) {
          return CHEF;
        }
        parser.skipChildren();
      }
    } catch (JacksonException broken) {
      // whoever reads it says where
      return JSON;
    }
    return JSON;
  }
}
