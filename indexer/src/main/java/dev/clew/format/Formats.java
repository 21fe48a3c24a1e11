// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.TimeQuality;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Resources;
import dev.clew.format.field.RoleNames;
import dev.clew.format.time.SourceClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The formats that are known: those that the resource {@code formats.index} lists. Thread-safe. */
public final class Formats {
  private final KeyNames names = RoleNames.read();
  private final LevelWords levels = new LevelWords();
  private final List<Format> formats =
      Resources.lines("formats.index").stream().map(FormatFile::read).toList();

  /**
   * Detects the format of a source.
   *
   * @param sample its first lines
   * @param zone where its times without a zone were written
   * @param modified when it was last written: a missing year is the last that makes no line younger
   *     than that
   */
  public SourceParser detect(List<String> sample, ZoneId zone, Instant modified) {
    return detect(sample, new SourceClock(zone, TimeQuality.Zone.ASSUMED, modified));
  }

  /**
   * Detects the format of a source.
   *
   * @param sample its first lines
   * @param clock what is known of its times
   */
  public SourceParser detect(List<String> sample, SourceClock clock) {
    return new Detector(formats, names, levels, clock).detect(sample);
  }

  /** All definitions, those that claim the most first. */
  List<Format> all() {
    return formats;
  }
}
