// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

import dev.clew.app.report.FileTally;
import dev.clew.format.Detection;
import java.util.List;
import java.util.Map;

/**
 * One file of {@code clew detect --explain --json}.
 *
 * @param share how many of its first lines that start an event are of the format, 0 to 1
 * @param formats events of each format in the whole file
 * @param columns what was learned to stand in front of the message
 */
public record DetectionJson(
    String file,
    String format,
    String title,
    double share,
    long events,
    long lines,
    Map<String, Long> formats,
    List<String> columns,
    List<Detection.Rival> rivals) {

  public static DetectionJson of(String file, FileTally tally) {
    Detection detection = tally.detection();
    return new DetectionJson(
        file,
        detection.format(),
        detection.title(),
        detection.share(),
        tally.events(),
        tally.lines(),
        tally.formats(),
        detection.columns(),
        detection.rivals());
  }
}
