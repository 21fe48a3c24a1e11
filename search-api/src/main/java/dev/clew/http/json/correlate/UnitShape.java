// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import dev.clew.correlate.Bar;
import dev.clew.correlate.Bars;
import dev.clew.correlate.Unit;
import dev.clew.correlate.Unit.Followed;
import dev.clew.correlate.Unit.Joined;
import dev.clew.correlate.Unit.Part;
import dev.clew.correlate.Unit.Stopped;
import dev.clew.correlate.clock.Offsets;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.UnitJson.BarJson;
import dev.clew.http.json.correlate.UnitJson.FollowedJson;
import dev.clew.http.json.correlate.UnitJson.PartJson;
import dev.clew.http.json.correlate.UnitJson.StoppedJson;
import dev.clew.http.json.correlate.UnitJson.UnitEventJson;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a unit its shape.
 *
 * @param skew by which times are corrected; null leaves them as read
 * @param offsets the same, to be taken off
 */
public record UnitShape(
    String key, String value, RangeJson range, @Nullable SkewJson skew, Offsets offsets) {

  /** {@code unit} as an answer. */
  public UnitJson of(Unit unit, @Nullable String reason, long tookMs) {
    boolean empty = unit.parts().isEmpty();
    Bars bars = Bars.of(unit, offsets);
    boolean spans = bars.bars().stream().anyMatch(Bar::isSpan);
    return new UnitJson(
        orNull(key),
        value,
        range,
        unit.query().toString(),
        CountJson.of(unit.total()),
        empty ? null : EventTime.instant(unit.first()),
        empty ? null : EventTime.instant(unit.last()),
        Millis.of(unit.nanos()),
        EventJson.level(unit.worst()),
        unit.parts().stream().map(UnitShape::json).toList(),
        events(unit),
        Math.max(0, unit.total().value() - unit.events().size()),
        unit.followed().stream().map(UnitShape::json).toList(),
        unit.stopped().stream().map(UnitShape::json).toList(),
        spans ? "spans" : "reconstructed",
        bars.bars().stream().map(UnitShape::json).toList(),
        bars.notes(),
        skew,
        unit.complete(),
        reason,
        tookMs);
  }

  private List<UnitEventJson> events(Unit unit) {
    if (skew == null) {
      return unit.events().stream()
          .map(joined -> new UnitEventJson(EventJson.inList(joined.event()), joined.by(), null))
          .toList();
    }
    return unit.events().stream()
        .sorted(
            Comparator.<Joined>comparingLong(joined -> offsets.time(joined.event()))
                .thenComparing(Joined::event, LogEvent.ORDER))
        .map(
            joined ->
                new UnitEventJson(
                    EventJson.inList(joined.event()),
                    joined.by(),
                    EventTime.instant(offsets.time(joined.event()))))
        .toList();
  }

  private static PartJson json(Part part) {
    return new PartJson(
        orNull(part.service()),
        EventTime.instant(part.first()),
        EventTime.instant(part.last()),
        part.events(),
        EventJson.level(part.worst()));
  }

  private static FollowedJson json(Followed followed) {
    return new FollowedJson(
        orNull(followed.name()),
        followed.value(),
        followed.hops(),
        followed.events(),
        followed.added());
  }

  private static StoppedJson json(Stopped stopped) {
    return new StoppedJson(
        orNull(stopped.name()),
        stopped.value(),
        stopped.events() < 0 ? null : stopped.events(),
        stopped.reason());
  }

  private static BarJson json(Bar bar) {
    return new BarJson(
        bar.isSpan() ? "span" : "reconstructed",
        orNull(bar.service()),
        start(bar.name()),
        EventTime.instant(bar.start()),
        Millis.of(bar.nanos()),
        bar.depth(),
        bar.events(),
        EventJson.level(bar.worst()),
        orNull(bar.span()),
        orNull(bar.parent()));
  }

  private static String start(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
