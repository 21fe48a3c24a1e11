// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A source map, version 3 (ECMA-426): where the places of generated JavaScript are in its sources.
 * Mappings are read up to the place asked for and not kept.
 */
final class SourceMap {
  /** Larger maps are not read. */
  static final int MAX_CHARS = 32 << 20;

  private static final int MAX_SECTIONS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Section> sections;

  private SourceMap(List<Section> sections) {
    this.sections = sections;
  }

  /**
   * A part of the generated file with mappings of its own.
   *
   * @param line first line, from 0
   * @param column first column of that line, from 0
   */
  private record Section(int line, int column, String mappings, List<String> sources) {}

  /**
   * A place in a source.
   *
   * @param source its name as the map gives it, below the map's root
   * @param line from 1
   */
  record Origin(String source, int line) {}

  /** The map in {@code json}; empty when that is none, or too large. */
  static Optional<SourceMap> read(String json) {
    // servers may put this in front so that no script can load the map
    String text = json.startsWith(")]}'") ? json.substring(json.indexOf('\n') + 1) : json;
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(text);
      if (root.path("version").asInt(0) != 3) {
        return Optional.empty();
      }
      List<Section> sections = new ArrayList<>();
      for (JsonNode part : root.path("sections")) {
        if (sections.size() < MAX_SECTIONS) {
          add(sections, part.path("map"), part.path("offset"));
        }
      }
      if (sections.isEmpty()) {
        add(sections, root, null);
      }
      return sections.isEmpty() ? Optional.empty() : Optional.of(new SourceMap(sections));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static void add(List<Section> sections, JsonNode map, @Nullable JsonNode offset) {
    if (!map.path("mappings").isString()) {
      return;
    }
    String root = map.path("sourceRoot").isString() ? map.path("sourceRoot").asString() : "";
    String folder = root.isEmpty() || root.endsWith("/") ? root : root + "/";
    List<String> sources = new ArrayList<>();
    for (JsonNode source : map.path("sources")) {
      sources.add(source.isString() ? folder + source.asString() : "");
    }
    sections.add(
        new Section(
            offset == null ? 0 : offset.path("line").asInt(0),
            offset == null ? 0 : offset.path("column").asInt(0),
            map.path("mappings").asString(),
            sources));
  }

  /**
   * The source of a place: that of the last mapping at or before it in its line.
   *
   * @param line in the generated file, from 1
   * @param column from 1; 0 takes the first mapping of the line
   */
  Optional<Origin> origin(int line, int column) {
    Section section = null;
    for (Section each : sections) {
      boolean before =
          each.line < line - 1 || (each.line == line - 1 && each.column <= Math.max(0, column - 1));
      section = before ? each : section;
    }
    if (section == null) {
      return Optional.empty();
    }
    int within = line - 1 - section.line;
    int shift = within == 0 ? section.column : 0;
    List<String> sources = section.sources;
    return Mappings.find(section.mappings, within, column == 0 ? 0 : column - 1 - shift)
        .filter(found -> found.source() < sources.size() && !sources.get(found.source()).isEmpty())
        .map(found -> new Origin(sources.get(found.source()), found.line() + 1));
  }
}
