// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.LogEvent;
import dev.clew.store.lucene.answer.SegmentCache;
import dev.clew.store.lucene.segment.OriginLookup;
import dev.clew.store.manifest.PartitionEntry;
import dev.clew.store.manifest.SourceRanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of a UTC day, or late ones of any day: one Lucene index in a folder of its own. What
 * counts is what the manifest says of it; what was written since becomes visible with the next.
 *
 * <p>Reading is thread-safe; writing is for whoever holds the lock of the store.
 */
public final class Partition {
  private final String name;
  private final long day;
  private final StoreSettings settings;
  private final PartitionFolder folder;
  private final PartitionReader reader;
  private volatile @Nullable PartitionEntry entry;
  private volatile boolean dropped;
  private volatile String damage = "";
  private @Nullable PartitionWriter writer;
  private boolean dirty;

  /** A partition that the manifest does not name yet. */
  Partition(Path folder, String name, long day, StoreSettings settings, SegmentCache cache) {
    this.name = name;
    this.day = day;
    this.settings = settings;
    this.folder = new PartitionFolder(folder);
    this.reader = new PartitionReader(this.folder, cache);
  }

  /** A partition that the manifest names. */
  Partition(Path folder, PartitionEntry entry, StoreSettings settings, SegmentCache cache) {
    this(folder, entry.name(), entry.day(), settings, cache);
    this.entry = entry;
    this.damage = entry.damage();
  }

  String name() {
    return name;
  }

  long day() {
    return day;
  }

  boolean isLate() {
    return day == PartitionEntry.LATE;
  }

  /** What the manifest says of it; empty when it does not name it yet. */
  public Optional<PartitionEntry> entry() {
    PartitionEntry visible = entry;
    return visible == null || visible.damage().equals(damage)
        ? Optional.ofNullable(visible)
        : Optional.of(visible.withDamage(damage));
  }

  /** What can be read now; empty when there is nothing, or nothing any more. */
  Optional<PartitionView> view() throws IOException {
    while (true) {
      PartitionEntry visible = entry;
      if (visible == null || dropped) {
        return Optional.empty();
      }
      try {
        return Optional.of(reader.view(visible.generation()));
      } catch (IOException e) {
        // another commit may have taken its place meanwhile, and its files are gone
        if (isNamed(visible.generation()) && !dropped) {
          throw e;
        }
      }
    }
  }

  private boolean isNamed(long generation) {
    PartitionEntry now = entry;
    return now != null && now.generation() == generation;
  }

  /** True when it was set aside. */
  public boolean isDamaged() {
    return !damage.isEmpty();
  }

  /** Takes it out of all answers: it is damaged. */
  void quarantine(String reason) {
    damage = reason;
  }

  /**
   * Reads all its files.
   *
   * @throws IOException of those that {@link Damage} knows when one is not what was written
   */
  void checkAll() throws IOException {
    PartitionEntry visible = entry;
    if (visible != null) {
      folder.checkAll(folder.commit(visible.generation()));
    }
  }

  /** Reads all its files again, those set aside for damage that may have been put right. */
  void recheck() throws IOException {
    checkAll();
    damage = "";
  }

  /** Lets go of the files for reading. */
  void closeReader() throws IOException {
    reader.close();
  }

  // writing

  /** True when the next manifest has something new to say of it. */
  boolean isDirty() {
    return dirty;
  }

  /** True when its index is open for writing. */
  boolean isWriting() {
    return writer != null && writer.isOpen();
  }

  /** Opens the index for writing: what is there is checked. */
  void open() throws IOException {
    writer().open();
  }

  /** Writes {@code events}, which are in order and new. */
  void append(List<LogEvent> events) throws IOException {
    dirty = true;
    writer().append(events);
  }

  /** Forgets the events before {@code epochNanos}. */
  void deleteBefore(long epochNanos) throws IOException {
    dirty = true;
    writer().deleteBefore(epochNanos);
  }

  /** How many late events of {@code day} it holds, of those that were counted. */
  int late(long day) throws IOException {
    PartitionEntry visible = entry;
    if (writer == null && visible != null) {
      return visible.days().getOrDefault(day, 0);
    }
    return writer().tally().of(day);
  }

  /** Counts late events of {@code day}; none when it has a partition of its own now. */
  void countLate(long day, int events) throws IOException {
    dirty = true;
    if (events == 0) {
      writer().counted().forget(day);
    } else {
      writer().counted().count(day, events);
    }
  }

  /** Forgets how many late events of {@code day} and the days before it there are. */
  void forgetLateUpTo(long day) throws IOException {
    dirty = true;
    writer().counted().forgetUpTo(day);
  }

  /** The highest offset of {@code source}, written or visible. */
  long highest(String source) {
    PartitionEntry visible = entry;
    if (writer != null) {
      return writer.tally().highest(source);
    }
    return visible == null ? SourceRanges.NOWHERE : visible.sources().highest(source);
  }

  /** True when an event of that origin was written or is visible. */
  boolean holds(String source, long offset) throws IOException {
    return !isDamaged() && mayHold(source, offset) && isThere(source, offset);
  }

  private boolean isThere(String source, long offset) throws IOException {
    if (dirty) {
      return writer().lookup().find(source, offset).isPresent();
    }
    Optional<PartitionView> view = view();
    if (view.isEmpty()) {
      return false;
    }
    try (PartitionView open = view.get()) {
      return new OriginLookup(open.reader()).find(source, offset).isPresent();
    }
  }

  private boolean mayHold(String source, long offset) {
    PartitionEntry visible = entry;
    if (writer != null) {
      return writer.tally().mayHold(source, offset);
    }
    return visible != null && visible.sources().mayHold(source, offset);
  }

  /** Forces to disk what was written; what the next manifest has to say of it. */
  PartitionEntry commit() throws IOException {
    return writer().commit();
  }

  /** Commits and closes the index; it is opened again when needed. */
  void pause() throws IOException {
    if (writer != null) {
      writer.pause();
      if (!dirty) {
        writer = null;
      }
    }
  }

  /** Told of each commit that has nothing of it; in the end it is merged down and let go of. */
  void idle() throws IOException {
    if (writer != null && !dirty && !isDamaged()) {
      dirty = writer.idle();
      if (!dirty && !writer.isOpen()) {
        writer = null;
      }
    }
  }

  /** The manifest on disk says {@code now} of it: that is what counts. */
  void named(PartitionEntry now) {
    entry = now;
    dirty = false;
    if (writer != null) {
      writer.named(now.generation());
    }
  }

  /** Deletes the files of earlier commits. */
  void clean() throws IOException {
    PartitionEntry visible = entry;
    if (writer != null && writer.isOpen()) {
      writer.clean();
    } else if (visible != null && !dirty) {
      writer = null;
      folder.sweep(visible.generation());
    }
  }

  /** Its files may not be what was written: they are read again before the next use. */
  void doubt() throws IOException {
    folder.doubt();
    reader.close();
  }

  /** Gives up what the manifest does not know. */
  void rollback() throws IOException {
    PartitionWriter open = writer;
    writer = null;
    dirty = false;
    if (open != null) {
      open.release();
    }
  }

  /** The manifest names it no more: nothing can be read from it, and its folder goes. */
  void drop() throws IOException {
    dropped = true;
    rollback();
    reader.close();
    folder.delete();
  }

  /** Lets go of all files. */
  void close() throws IOException {
    dropped = true;
    rollback();
    reader.close();
    folder.close();
  }

  private PartitionWriter writer() throws IOException {
    PartitionWriter open = writer;
    if (open == null) {
      PartitionEntry visible = entry;
      open =
          visible == null
              ? new PartitionWriter(name, day, folder, settings)
              : new PartitionWriter(visible, folder, settings);
      open.start();
      writer = open;
    }
    return open;
  }
}
