// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.event.EventTime;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.QueryJson.NoticeJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Notice;
import dev.clew.query.pipe.ParsedPipeline;
import dev.clew.query.pipe.PipeWords;
import dev.clew.query.pipe.PipelineParser;
import dev.clew.query.time.Reference;
import dev.clew.query.time.TypedTime;
import dev.clew.store.LogStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a query text with pipes, and says how it was understood. */
public final class PipelineReading {
  private final LogStore store;
  private final ZoneId zone;
  private final InstantSource clock;
  private final List<Change> changes;

  /**
   * Typed times refer to {@code clock}, the newest event, and the deploys among {@code changes}.
   */
  public PipelineReading(LogStore store, ZoneId zone, InstantSource clock, List<Change> changes) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * A text, what it asks for, and the time typed in it.
   *
   * @param typed the text without its time, and the time
   */
  record Read(String text, TypedTime typed, ParsedPipeline parsed) {}

  /**
   * What {@code text} means.
   *
   * @throws Problem when it goes over a limit
   */
  Read read(String text) {
    TypedTime typed = TypedTime.of(text, reference());
    ParsedPipeline parsed = PipelineParser.parse(typed.text());
    if (parsed.refused()) {
      Notice limit = parsed.notices().getLast();
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE, "q: " + limit.message(), limit.fix(), limit.position());
    }
    return new Read(text, typed, parsed);
  }

  private Reference reference() {
    Optional<Instant> latest =
        store.status().range().map(held -> EventTime.instant(Math.max(held.from(), held.to() - 1)));
    return new Reference(clock.instant(), latest, zone, this::deployed);
  }

  private Optional<Instant> deployed(String service) {
    return changes.stream()
        .filter(Deploy.class::isInstance)
        .filter(deploy -> service.isEmpty() || service.equalsIgnoreCase(deploy.service()))
        .map(Change::time)
        .max(Comparator.naturalOrder());
  }

  static QueryJson understood(Read read) {
    List<Notice> notices = new ArrayList<>(read.parsed().notices());
    read.typed().notice().ifPresent(notices::addFirst);
    return new QueryJson(
        read.text(),
        read.parsed().pipeline().toString(),
        PipeWords.explain(read.parsed().pipeline()),
        notices.stream().map(notice -> json(notice, read.text())).toList());
  }

  private static NoticeJson json(Notice notice, String text) {
    int end = notice.position() + notice.length();
    String fixed =
        notice.fix() == null
            ? null
            : text.substring(0, notice.position()) + notice.fix() + text.substring(end);
    return new NoticeJson(notice.position(), notice.length(), notice.message(), fixed);
  }
}
