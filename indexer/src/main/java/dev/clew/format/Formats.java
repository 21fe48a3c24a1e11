// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The formats that are known; thread-safe. */
public final class Formats {
  private final KeyNames names = RoleNames.read();
  private final LevelWords levels = new LevelWords();

  /**
   * Detects the format of a source.
   *
   * @param sample its first lines
   * @param zone where its times without a zone were written
   * @param modified when it was last written: a missing year is the nearest to it
   */
  public SourceParser detect(List<String> sample, ZoneId zone, Instant modified) {
    return new Detector(names, levels, zone, modified).detect(sample);
  }
}
