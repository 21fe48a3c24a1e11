// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import dev.clew.format.TextLine.TimeKind;
import dev.clew.format.time.TimeScanner;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Chooses the parsers of a source by its first lines. */
final class Detector {
  private final KeyNames names;
  private final LevelWords levels;
  private final ZoneId zone;
  private final Instant modified;

  Detector(KeyNames names, LevelWords levels, ZoneId zone, Instant modified) {
    this.names = names;
    this.levels = levels;
    this.zone = zone;
    this.modified = modified;
  }

  SourceParser detect(List<String> sample) {
    TimeScanner times = new TimeScanner(zone, modified);
    LineParser json = new JsonLine("json", new NamedValues(names, times));
    int objects = count(json, sample);
    if (objects == 0 && startsJson(sample)) {
      LineParser unit = new JsonUnit(json);
      return new SourceParser(new Detection("json", 1, null), List.of(unit), null, new JsonUnits());
    }
    List<LineParser> parsers = new ArrayList<>();
    parsers.add(json);
    TextLine text = text(sample);
    parsers.add(text);
    EventTime first = null;
    int fits = 0;
    for (String line : sample) {
      Draft draft = json.start(line);
      draft = draft == null ? text.start(line) : draft;
      fits += draft != null ? 1 : 0;
      if (draft != null && draft.time() != null && first == null) {
        first = draft.time();
      }
    }
    LineParser untimed = first == null ? new UntimedLine(levels, names) : null;
    String format = objects * 2 > sample.size() ? "json" : TextLine.NAME;
    double share = sample.isEmpty() ? 0 : (double) fits / sample.size();
    return new SourceParser(new Detection(format, share, first), parsers, untimed, null);
  }

  private TextLine text(List<String> sample) {
    TextLine best = null;
    int most = -1;
    for (TimeKind kind : TimeKind.values()) {
      TextLine text = new TextLine(new TimeScanner(zone, modified), levels, names, kind);
      int fits = count(text, sample);
      if (fits > most) {
        best = text;
        most = fits;
      }
    }
    return java.util.Objects.requireNonNull(best, "there is a kind of time");
  }

  private static int count(LineParser parser, List<String> sample) {
    int fits = 0;
    for (String line : sample) {
      fits += parser.start(line) != null ? 1 : 0;
    }
    return fits;
  }

  private static boolean startsJson(List<String> sample) {
    StringBuilder start = new StringBuilder();
    for (String line : sample) {
      start.append(line.strip());
      if (start.length() > 2) {
        break;
      }
    }
    String text = start.toString().replace(" ", "");
    return text.startsWith("[{") || text.startsWith("{\"");
  }
}
