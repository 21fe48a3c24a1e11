// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import dev.clew.event.LogEvent;
import dev.clew.ingest.LogReader;
import dev.clew.ingest.ReadListener;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events as they come out of reading {@link SampleLines}. */
final class SampleEvents {
  private SampleEvents() {}

  /** {@code count} events of a layout, a second or less apart; the same for the same arguments. */
  static List<LogEvent> of(SampleLines layout, int count) throws IOException {
    Path file = Files.createTempFile("clew-events", ".log");
    try {
      Random random = new Random(7);
      Instant time = Instant.parse("2026-03-04T10:11:12.345Z");
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        for (int i = 0; i < count; i++) {
          time = time.plusMillis(1 + random.nextInt(900));
          out.write(layout.line(time, random));
          out.write('\n');
        }
      }
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<LogEvent> read(Path file) {
    List<LogEvent> events = new ArrayList<>();
    ReadSettings settings = new ReadSettings(ZoneOffset.UTC, Instant.EPOCH);
    new LogReader(settings)
        .read(
            List.of(file),
            new ReadListener() {
              @Override
              public void event(LogEvent event, String format) {
                events.add(event);
              }

              @Override
              public void rejected(Rejection rejection) {
                throw new IllegalStateException("made-up lines are rejected: " + rejection);
              }

              @Override
              public void progress(long done, long total) {
                // nobody waits
              }
            });
    return events;
  }
}
