// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import dev.clew.http.json.ChangesJson;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.TimelineJson.BurstJson;
import dev.clew.http.json.correlate.TimelineJson.GapInJson;
import dev.clew.http.json.correlate.TimelineJson.LaneJson;
import dev.clew.http.json.correlate.TimelineJson.RequestJson;
import dev.clew.http.json.correlate.TimelineJson.RequestsJson;
import dev.clew.http.json.correlate.TimelineJson.SilenceJson;
import dev.clew.http.json.correlate.TimelineJson.TickJson;
import dev.clew.http.json.correlate.TimelineJson.VersionJson;
import dev.clew.http.json.correlate.TimelineJson.WithoutJson;
import dev.clew.timeline.Absence;
import dev.clew.timeline.Axis;
import dev.clew.timeline.Lane;
import dev.clew.timeline.Lanes;
import dev.clew.timeline.Requests;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives lanes their shape.
 *
 * @param field whose values the lanes are
 * @param zones by whose clocks ticks are labelled
 * @param skew by which times are corrected; null leaves them as read
 * @param besides what is known apart from the events
 */
public record TimelineShape(
    QueryJson query,
    RangeJson range,
    String field,
    List<ZoneId> zones,
    ChangesJson changes,
    @Nullable SkewJson skew,
    Besides besides) {
  private static final int TICKS = 12;

  public TimelineShape {
    zones = List.copyOf(zones);
  }

  /**
   * What is known apart from the events.
   *
   * @param unseen names that changes speak of and no event ever had
   * @param deployed which versions ran when, by the deploys, for each service
   * @param arriving from when on events may still be on their way; null when none are waited for
   */
  public record Besides(
      List<String> unseen, Map<String, List<VersionJson>> deployed, @Nullable Instant arriving) {
    /** Nothing. */
    public static final Besides NONE = new Besides(List.of(), Map.of(), null);

    public Besides {
      unseen = List.copyOf(unseen);
      deployed = Map.copyOf(deployed);
    }
  }

  /** {@code lanes} as an answer. */
  public TimelineJson of(Lanes lanes, @Nullable String reason, long tookMs) {
    return new TimelineJson(
        query,
        range,
        EventTime.instant(lanes.axis().start()),
        lanes.axis().step().stepNanos(),
        lanes.axis().cells(),
        ticks(lanes.axis()),
        field,
        lanes.lanes().stream().map(this::json).toList(),
        lanes.moreLanes(),
        without(lanes),
        lanes.moreAbsent(),
        besides.arriving(),
        json(lanes.requests()),
        CountJson.of(lanes.total()),
        changes.changes(),
        changes.complete(),
        skew,
        lanes.complete(),
        reason,
        tookMs);
  }

  private List<TickJson> ticks(Axis axis) {
    int every = Math.max(1, (axis.cells() + TICKS - 1) / TICKS);
    List<TickJson> ticks = new ArrayList<>();
    for (int cell = 0; cell < axis.cells(); cell += every) {
      Instant time = EventTime.instant(axis.at(cell));
      Map<String, String> local = new LinkedHashMap<>();
      zones.forEach(
          zone -> local.put(zone.getId(), time.atZone(zone).toOffsetDateTime().toString()));
      ticks.add(new TickJson(cell, time, local));
    }
    return ticks;
  }

  private List<WithoutJson> without(Lanes lanes) {
    List<WithoutJson> without = new ArrayList<>();
    for (Absence absence : lanes.absent()) {
      without.add(
          new WithoutJson(
              absence.name(),
              absence.state().name().toLowerCase(Locale.ROOT),
              EventTime.instant(absence.first()),
              EventTime.instant(absence.last()),
              absence.gaps().stream().map(TimelineShape::json).toList()));
    }
    for (String name : besides.unseen()) {
      without.add(new WithoutJson(name, "no_source", null, null, List.of()));
    }
    return without;
  }

  private LaneJson json(Lane lane) {
    return new LaneJson(
        lane.name().isEmpty() ? null : lane.name(),
        lane.total(),
        EventTime.instant(lane.first()),
        EventTime.instant(lane.last()),
        lane.firstError().map(EventTime::instant).orElse(null),
        levels(lane),
        lane.bursts().stream().map(TimelineShape::json).toList(),
        lane.silences().stream().map(TimelineShape::json).toList(),
        lane.late(),
        lane.gaps().stream().map(TimelineShape::json).toList(),
        versions(lane),
        lane.moreVersions());
  }

  private List<VersionJson> versions(Lane lane) {
    if (lane.versions().isEmpty()) {
      return besides.deployed().getOrDefault(lane.name(), List.of());
    }
    return lane.versions().stream()
        .map(
            band ->
                new VersionJson(
                    band.version(),
                    EventTime.instant(band.range().from()),
                    EventTime.instant(band.range().to()),
                    "events"))
        .toList();
  }

  private static RequestsJson json(Requests requests) {
    return new RequestsJson(
        CountJson.of(requests.failing()),
        requests.earliest().stream()
            .map(
                each ->
                    new RequestJson(
                        each.trace(),
                        EventTime.instant(each.first()),
                        EventTime.instant(each.last()),
                        EventTime.instant(each.firstError()),
                        each.errors(),
                        each.events(),
                        each.services()))
            .toList());
  }

  private static Map<String, List<Long>> levels(Lane lane) {
    Map<String, List<Long>> levels = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      long[] counts = lane.counts().get(severity);
      if (counts != null) {
        levels.put(word(severity), Arrays.stream(counts).boxed().toList());
      }
    }
    return levels;
  }

  private static BurstJson json(Lane.Burst burst) {
    return new BurstJson(
        EventTime.instant(burst.range().from()),
        EventTime.instant(burst.range().to()),
        burst.errors() ? "errors" : "events",
        burst.events(),
        Double.isInfinite(burst.times()) ? 0 : rounded(burst.times()));
  }

  private static SilenceJson json(Lane.Silence silence) {
    return new SilenceJson(
        EventTime.instant(silence.range().from()),
        EventTime.instant(silence.range().to()),
        rounded(silence.expected()),
        silence.collected() ? "silent" : "stopped");
  }

  private static GapInJson json(Lane.Gap gap) {
    return new GapInJson(
        EventTime.instant(gap.range().from()),
        EventTime.instant(gap.range().to()),
        gap.kind().name().toLowerCase(Locale.ROOT));
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
