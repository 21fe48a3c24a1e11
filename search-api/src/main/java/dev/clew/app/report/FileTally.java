// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.TimeText;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was understood of one file. */
public final class FileTally {
  private final Map<String, Long> formats = new LinkedHashMap<>();
  private long events;
  private long lines;
  private long timed;
  private long levelled;
  private Optional<LogEvent> first = Optional.empty();

  public void add(LogEvent event, String format) {
    formats.merge(format, 1L, Long::sum);
    events++;
    lines += event.origin().lines();
    timed += event.time().quality().isRead() ? 1 : 0;
    levelled += event.severity() == Severity.UNSPECIFIED ? 0 : 1;
    if (first.isEmpty() && event.time().quality().isRead()) {
      first = Optional.of(event);
    }
  }

  /** One line of the table: name, formats with their share, counts, shares, first time. */
  public List<String> row(String name, ZoneId zone) {
    String mix =
        formats.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(
                entry ->
                    formats.size() == 1
                        ? entry.getKey()
                        : entry.getKey() + " " + percent(entry.getValue()))
            .collect(Collectors.joining(", "));
    return List.of(
        name,
        mix,
        "%,d".formatted(events),
        "%,d".formatted(lines),
        percent(timed),
        percent(levelled),
        first.map(event -> TimeText.print(event.time().instant(), zone) + " " + zone).orElse("-"));
  }

  private String percent(long part) {
    return events == 0 ? "-" : Math.round(100.0 * part / events) + " %";
  }
}
