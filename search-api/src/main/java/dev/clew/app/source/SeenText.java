// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.http.json.source.MessagesJson.SeenJson;
import java.time.ZoneId;

/** Whether a message was seen, for people. */
final class SeenText {
  private SeenText() {}

  static String of(SeenJson seen, ZoneId zone) {
    return seen.first() == null
        ? "never seen"
        : "seen %,d %s, first %s"
            .formatted(
                seen.count(),
                seen.count() == 1 ? "time" : "times",
                seen.first().atZone(zone).toLocalDateTime());
  }
}
