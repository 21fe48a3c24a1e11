// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.TimeText;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A stretch of time. */
public final class RangeOptions {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "First moment, like 2026-03-10T14:00:00Z; without an offset it is read in --zone.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "First moment after.")
  @Nullable String to;

  /** The range, open where nothing was given. */
  public TimeRange range(ZoneId zone) {
    return range(from, to, zone);
  }

  public static TimeRange range(@Nullable String from, @Nullable String to, ZoneId zone) {
    long start =
        from == null ? Long.MIN_VALUE : EventTime.nanos(TimeText.parse("--from", from, zone));
    long end = to == null ? Long.MAX_VALUE : EventTime.nanos(TimeText.parse("--to", to, zone));
    if (end < start) {
      throw Fault.usage("--to %s lies before --from %s; swap them".formatted(to, from));
    }
    return new TimeRange(start, end);
  }
}
