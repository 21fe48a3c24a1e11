// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.store.lucene.answer.SegmentCache;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.PartitionEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to the partition of their day, when the day has one or has enough events for one,
 * and to the late partition else. For whoever holds the lock of the store.
 */
final class Routing {
  private final Path folder;
  private final Manifest times;
  private final StoreSettings settings;
  private final SegmentCache cache;
  private final LatestUsed writing;

  /** All partitions that the next manifest names: shared with {@link Partitions}. */
  private final List<Partition> coming;

  /** Where the events of a day go. */
  private final Map<Long, Partition> byDay = new HashMap<>();

  /** Not given back by a rollback: a folder that waits to be deleted keeps its name for itself. */
  private long next;

  Routing(
      Path folder,
      Manifest manifest,
      StoreSettings settings,
      SegmentCache cache,
      List<Partition> coming) {
    this.folder = folder;
    this.times = manifest;
    this.settings = settings;
    this.cache = cache;
    this.writing = new LatestUsed(settings.openWriters());
    this.coming = coming;
    this.next = manifest.next();
  }

  /** The number of the next new partition. */
  long next() {
    return next;
  }

  /** Learns which partitions there are now. */
  void learn() {
    byDay.clear();
    coming.forEach(partition -> byDay.put(partition.day(), partition));
  }

  /** Where an event mostly is that comes again: it says the same time. */
  @Nullable Partition likely(LogEvent event) {
    return byDay.get(times.day(event.time().epochNanos()));
  }

  /** Writes {@code events}, which are in order and new, to the partitions of their days. */
  void append(List<LogEvent> events) throws IOException {
    List<LogEvent> late = new ArrayList<>();
    Map<Long, Integer> lateDays = new LinkedHashMap<>();
    int from = 0;
    while (from < events.size()) {
      long day = times.day(events.get(from).time().epochNanos());
      int to = from + 1;
      while (to < events.size() && times.day(events.get(to).time().epochNanos()) == day) {
        to++;
      }
      List<LogEvent> some = events.subList(from, to);
      if (ownsPartition(day, some.size())) {
        write(partition(day), some);
      } else {
        late.addAll(some);
        lateDays.put(day, some.size());
      }
      from = to;
    }
    if (!late.isEmpty()) {
      Partition partition = partition(PartitionEntry.LATE);
      write(partition, late);
      for (Map.Entry<Long, Integer> day : lateDays.entrySet()) {
        partition.countLate(day.getKey(), day.getValue());
      }
    }
  }

  /** Notes that {@code partition} is open no more. */
  void forget(Partition partition) {
    writing.forget(partition);
  }

  private boolean ownsPartition(long day, int inHand) throws IOException {
    if (byDay.containsKey(day)) {
      return true;
    }
    Partition late = byDay.get(PartitionEntry.LATE);
    if (late != null && !isWritable(late)) {
      late = null;
    }
    int before = late == null ? 0 : late.late(day);
    if (before + inHand < settings.dayEvents()) {
      return false;
    }
    if (before > 0) {
      use(late);
      late.countLate(day, 0);
    }
    return true;
  }

  /** The partition that takes the events of a day; a new one when that of the day is damaged. */
  private Partition partition(long day) throws IOException {
    Partition known = byDay.get(day);
    if (known != null && !isWritable(known)) {
      byDay.remove(day);
    }
    return byDay.computeIfAbsent(
        day,
        missing -> {
          String name = (missing == PartitionEntry.LATE ? "late" : date(missing)) + "." + next++;
          Partition partition = new Partition(folder.resolve(name), name, missing, settings, cache);
          coming.add(partition);
          return partition;
        });
  }

  /** People look at folders too. */
  private String date(long day) {
    Instant start = EventTime.instant(times.start(day));
    return LocalDate.ofInstant(start, ZoneOffset.UTC).toString();
  }

  private boolean isWritable(Partition partition) throws IOException {
    if (!partition.isDamaged() && !partition.isWriting()) {
      try {
        use(partition);
        partition.open();
      } catch (IOException | RuntimeException e) {
        if (!Damage.is(e) || partition.isDirty()) {
          throw e;
        }
        partition.quarantine(Damage.reason(e));
      }
    }
    return !partition.isDamaged();
  }

  private void write(Partition partition, List<LogEvent> events) throws IOException {
    use(partition);
    partition.append(events);
  }

  /** Makes room among the open indexes for {@code partition}. */
  void use(Partition partition) throws IOException {
    Optional<Partition> eldest = writing.use(partition);
    if (eldest.isPresent()) {
      eldest.get().pause();
    }
  }
}
