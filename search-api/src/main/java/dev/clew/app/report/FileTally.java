// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.TimeText;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeQuality;
import dev.clew.format.Detection;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was understood of one file. */
public final class FileTally {
  private final Map<String, Long> formats = new LinkedHashMap<>();
  private final Detection detection;
  private long events;
  private long lines;
  private long timed;
  private long levelled;
  private long zoned;
  private long yearInferred;
  private Optional<LogEvent> first = Optional.empty();
  private Optional<LogEvent> example = Optional.empty();

  /**
   * @param detection what the first lines of the file were found to be
   */
  public FileTally(Detection detection) {
    this.detection = detection;
  }

  /** Counts an event of the file. */
  public void add(LogEvent event, String format) {
    formats.merge(format, 1L, Long::sum);
    events++;
    lines += event.origin().lines();
    TimeQuality quality = event.time().quality();
    boolean read = quality.isRead();
    timed += read ? 1 : 0;
    zoned += read && quality.zone() == TimeQuality.Zone.EXPLICIT ? 1 : 0;
    yearInferred += quality.yearInferred() ? 1 : 0;
    levelled += event.severity() == Severity.UNSPECIFIED ? 0 : 1;
    if (first.isEmpty() && read) {
      first = Optional.of(event);
    }
    if (example.isEmpty() && read && format.equals(detection.format())) {
      example = Optional.of(event);
    }
  }

  /** What the first lines of the file were found to be. */
  public Detection detection() {
    return detection;
  }

  /** An event of the format detected, to show how its lines are read; else any that has a time. */
  public Optional<LogEvent> example() {
    return example.or(() -> first);
  }

  /** Events of each format, by its name. */
  public Map<String, Long> formats() {
    return Map.copyOf(formats);
  }

  /** Events of the file. */
  public long events() {
    return events;
  }

  /** Physical lines of the events. */
  public long lines() {
    return lines;
  }

  /** The share of events whose time was read, as text. */
  public String timed() {
    return percent(timed);
  }

  /** The share of events that name a severity, as text. */
  public String levelled() {
    return percent(levelled);
  }

  /** Where the zones and years of the times come from. */
  public String assumptions(ZoneId zone) {
    String zones =
        zoned == timed
            ? "zone read from the lines"
            : zoned == 0
                ? "no zone in the lines: %s taken, --zone says otherwise".formatted(zone)
                : "zone read from %s, else %s taken".formatted(percent(zoned), zone);
    return yearInferred == 0 ? zones : zones + "; no year in the lines: taken from the file's date";
  }

  /** One line of the table: name, formats with their share, counts, shares, first time. */
  public List<String> row(String name, ZoneId zone) {
    return List.of(
        name,
        mix(),
        "%,d".formatted(events),
        "%,d".formatted(lines),
        percent(timed),
        percent(levelled),
        first.map(event -> TimeText.print(event.time().instant(), zone) + " " + zone).orElse("-"));
  }

  /** The formats of the events, with their shares where there are several. */
  public String mix() {
    return formats.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(
            entry ->
                formats.size() == 1
                    ? entry.getKey()
                    : entry.getKey() + " " + percent(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String percent(long part) {
    return events == 0 ? "-" : Math.round(100.0 * part / events) + " %";
  }
}
