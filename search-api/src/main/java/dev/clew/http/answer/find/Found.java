// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.find;

import dev.clew.code.GitException;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.Buckets;
import dev.clew.http.answer.ChangeLog;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.CursorType;
import dev.clew.http.json.ChangesJson;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.HistogramJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.find.StreamJson.HistJson;
import dev.clew.http.json.find.StreamJson.ProgressJson;
import dev.clew.http.json.find.StreamJson.RowsJson;
import dev.clew.http.json.find.StreamJson.TroubleJson;
import dev.clew.http.problem.Problems;
import dev.clew.scan.Listener;
import dev.clew.scan.Outcome;
import dev.clew.scan.Part;
import dev.clew.scan.Progress;
import dev.clew.scan.Wanted;
import dev.clew.store.Cursor;
import dev.clew.store.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds up what a scan finds and makes frames of it. One thread. */
final class Found implements Listener {
  /** Rows of a frame: a page draws so many at once. */
  private static final int MOST_ROWS = 500;

  /** A frame with more text than this ends, in UTF-16 code units. */
  private static final int MUCH_TEXT = 1 << 20;

  private final Wanted wanted;
  private final ChangeLog changes;
  private final Stopwatch watch;
  private final Consumer<Object> frames;
  private final Buckets buckets = new Buckets();
  private long total;
  private long rows;
  private @Nullable String after;
  private @Nullable ChangesJson altered;
  private boolean news;

  Found(Wanted wanted, ChangeLog changes, Stopwatch watch, Consumer<Object> frames) {
    this.wanted = wanted;
    this.changes = changes;
    this.watch = watch;
    this.frames = frames;
  }

  @Override
  public void rows(List<LogEvent> events) {
    List<EventJson> some = new ArrayList<>();
    int text = 0;
    for (LogEvent event : events) {
      some.add(EventJson.inList(event));
      text += event.raw().length();
      after = CursorType.print(Cursor.after(event));
      if (some.size() == MOST_ROWS || text > MUCH_TEXT) {
        frames.accept(new RowsJson(some, after));
        some = new ArrayList<>();
        text = 0;
      }
    }
    if (!some.isEmpty() && after != null) {
      frames.accept(new RowsJson(some, after));
    }
    rows += events.size();
  }

  @Override
  public void counted(Part part) {
    buckets.add(part.groups());
    total += part.total();
    news = true;
  }

  @Override
  public void progress(Progress progress) {
    frames.accept(
        new ProgressJson(
            progress.scanned(), progress.of(), progress.percent(), rest(progress), watch.millis()));
    if (news && progress.rest().isPresent()) {
      frames.accept(hist(progress, false, null));
      news = false;
    }
  }

  /** The histogram as it stays. */
  void last(Outcome outcome, @Nullable String reason) {
    frames.accept(hist(outcome.progress(), outcome.complete(), reason));
  }

  /** Where what is left begins in the order of the scan; null when nothing is. */
  @Nullable Instant rest(Progress progress) {
    return progress
        .rest()
        .map(rest -> wanted.order() == Order.OLDEST_FIRST ? rest.from() : rest.to())
        .map(EventTime::instant)
        .orElse(null);
  }

  long total() {
    return total;
  }

  long rows() {
    return rows;
  }

  /** The cursor after the last row; null when all that was counted is among the rows. */
  @Nullable String next() {
    return rows < total ? after : null;
  }

  private HistJson hist(Progress progress, boolean complete, @Nullable String reason) {
    TimeRange range = wanted.selection().range();
    ChangesJson within = altered();
    HistogramJson histogram =
        new HistogramJson(
            EventTime.instant(range.from()),
            EventTime.instant(range.to()),
            TimeUnit.NANOSECONDS.toMillis(wanted.step().stepNanos()),
            Buckets.LEVELS,
            buckets.list(),
            new CountJson(total, complete),
            within.changes(),
            within.complete(),
            complete,
            reason,
            watch.millis());
    return new HistJson(histogram, progress.rest().map(RangeJson::of).orElse(null));
  }

  /** What was altered, read once; a repository that cannot be read costs no event. */
  private ChangesJson altered() {
    if (altered == null) {
      try {
        altered = changes.within(wanted.selection().range());
      } catch (GitException unreadable) {
        frames.accept(new TroubleJson(Problems.of(unreadable, "the changes of a stream"), false));
        altered = new ChangesJson(List.of(), false);
      }
    }
    return altered;
  }
}
