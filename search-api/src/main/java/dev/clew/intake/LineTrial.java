// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.format.Detection;
import dev.clew.ingest.FileRow;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.LogReader;
import dev.clew.ingest.ReadListener;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.Rejection;
import dev.clew.ingest.Unread;
import dev.clew.pattern.PatternAssigner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How some lines would be read, with nothing of them kept.
 *
 * @param detection what they were found to be; null when there is nothing to read
 * @param known service, host and zone of events that name none
 * @param units the lines in their order
 * @param lines how many there are
 */
public record LineTrial(
    @Nullable Detection detection, List<String> known, List<Unit> units, long lines) {

  /**
   * Lines that belong together.
   *
   * @param event what they say; null when they are part of no event
   * @param reason why they are part of none, or what was not understood; null when all was
   */
  public record Unit(
      Origin origin, String text, @Nullable LogEvent event, @Nullable String reason) {}

  /** Reads {@code lines}. */
  public static LineTrial of(String lines, ReadSettings settings) {
    Listener listener = new Listener();
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    Ledger ledger =
        new LogReader(settings, new ByteArrayInputStream(bytes))
            .read(List.of(Path.of("-")), listener);
    List<String> known = ledger.files().stream().map(FileRow::known).findFirst().orElse(List.of());
    return new LineTrial(listener.detection, known, listener.units, ledger.lines());
  }

  private static final class Listener implements ReadListener {
    private final PatternAssigner patterns = new PatternAssigner();
    private final List<Unit> units = new ArrayList<>();
    private @Nullable Detection detection;

    @Override
    public void detected(String file, Detection found) {
      detection = found;
    }

    @Override
    public void event(LogEvent event, String format) {
      units.add(
          new Unit(
              event.origin(),
              event.raw().text(),
              event.withPattern(patterns.assign(event)),
              Unread.of(event).map(Unread::reason).orElse(null)));
    }

    @Override
    public void rejected(Rejection rejection) {
      units.add(new Unit(rejection.origin(), rejection.raw().text(), null, rejection.reason()));
    }

    @Override
    public void progress(long done, long total) {
      // over before anybody could look
    }
  }
}
