// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.Format.Sample;
import dev.clew.format.field.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the definition of a format. Each line is a word and a text:
 *
 * <pre>
 * format NAME            what detection reports
 * title TEXT             what it is
 * reader NAME            the code that reads it
 * layout TEXT            what a line looks like; may be given several times
 * option KEY WORD…       a setting of the reader
 * sample LINE            a line of that format; what follows, indented, is what it means
 *   + LINE               a further physical line of the sample
 *   FIELD VALUE          a field that the event must have
 * </pre>
 */
final class FormatFile {
  private static final String MORE = "  + ";

  private String name = "";
  private String title = "";
  private String reader = "";
  private final List<String> layouts = new ArrayList<>();
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private List<String> lines = new ArrayList<>();
  private Map<String, String> expected = new LinkedHashMap<>();

  private FormatFile() {}

  /** The definition in the resource {@code file}. */
  static Format read(String file) {
    FormatFile definition = new FormatFile();
    for (String line : Resources.lines(file)) {
      definition.take(file, line);
    }
    definition.endSample();
    return new Format(
        definition.name,
        definition.title,
        definition.reader,
        definition.layouts,
        definition.options,
        definition.samples);
  }

  private void take(String file, String line) {
    if (line.startsWith(MORE)) {
      lines.add(line.substring(MORE.length()));
      return;
    }
    boolean field = line.startsWith("  ");
    String text = field ? line.substring(2) : line;
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    String rest = space < 0 ? "" : text.substring(space + 1);
    if (field) {
      expected.put(word, rest);
      return;
    }
    switch (word) {
      case "format" -> name = rest;
      case "title" -> title = rest;
      case "reader" -> reader = rest;
      case "layout" -> layouts.add(rest);
      case "option" -> {
        List<String> words = List.of(rest.split(" "));
        options.put(words.getFirst(), words.subList(1, words.size()));
      }
      case "sample" -> {
        endSample();
        lines.add(rest);
      }
      default ->
          throw new IllegalArgumentException(
              "%s: unknown word %s; use format, title, reader, layout, option or sample"
                  .formatted(file, word));
    }
  }

  private void endSample() {
    if (!lines.isEmpty()) {
      samples.add(new Sample(lines, expected));
      lines = new ArrayList<>();
      expected = new LinkedHashMap<>();
    }
  }
}
