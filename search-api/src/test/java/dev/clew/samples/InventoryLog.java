// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Inventory's log: logfmt as Go's {@code log/slog} writes it, with the calling line. */
final class InventoryLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long CLOCK_BEHIND = -4;

  private final LogFile file = new LogFile("logs/inventory/inventory.log.gz");
  private final Releases releases;

  InventoryLog(Releases releases) {
    this.releases = releases;
  }

  /** One event; {@code pairs} are keys and values in the order of the statement. */
  void log(long time, String level, String source, String message, Object... pairs) {
    List<String> keys = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      keys.add(pairs[i].toString());
      rest.append(' ').append(pairs[i]).append('=').append(quoted(pairs[i + 1].toString()));
    }
    int line = releases.sources("inventory", time).goLine(source, level, message, keys);
    String stamp = TIME.format(Instant.ofEpochMilli(time + CLOCK_BEHIND));
    file.add(
        time,
        "time="
            + stamp
            + " level="
            + level
            + " caller="
            + source
            + ":"
            + line
            + " msg="
            + quoted(message)
            + rest);
  }

  private static String quoted(String value) {
    return value.isEmpty() || value.contains(" ") || value.contains("=")
        ? '"' + value + '"'
        : value;
  }

  LogFile file() {
    return file;
  }
}
