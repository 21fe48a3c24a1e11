// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.LogEvent;
import dev.clew.store.lucene.answer.SegmentCache;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.ManifestFile;
import dev.clew.store.manifest.PartitionEntry;
import dev.clew.store.manifest.SourceRanges;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.IOUtils;

/**
 * All partitions: events are sent to that of their day, and what was written counts as soon as the
 * manifest says so.
 *
 * <p>{@link #visible} and {@link #view} are thread-safe; the rest is for whoever holds the lock of
 * the store.
 */
public final class Partitions implements Closeable {
  private final ManifestFile file;
  private final Routing routing;
  private final LatestUsed reading;
  private final Leftovers leftovers;

  /** The manifest that was there first, for what never changes. */
  private final Manifest times;

  private Manifest manifest;
  private boolean uncertain;
  private volatile List<Partition> visible = List.of();

  /** Those that the next manifest names. */
  private final List<Partition> coming = new ArrayList<>();

  /**
   * @param folder of the folders of the partitions
   * @param file what counts
   * @param manifest its content
   */
  public Partitions(Path folder, ManifestFile file, Manifest manifest, StoreSettings settings) {
    this.file = file;
    SegmentCache cache = new SegmentCache(settings.remembering());
    this.routing = new Routing(folder, manifest, settings, cache, coming);
    this.reading = new LatestUsed(settings.openReaders());
    this.leftovers = new Leftovers();
    this.times = manifest;
    this.manifest = manifest;
    for (PartitionEntry entry : manifest.partitions()) {
      coming.add(new Partition(folder.resolve(entry.name()), entry, settings, cache));
    }
    publish();
  }

  /** The partitions that the manifest names. */
  public List<Partition> visible() {
    return visible;
  }

  /** First nanosecond of a day. */
  long start(long day) {
    return times.start(day);
  }

  /** A partition to read; empty when it was dropped. */
  Optional<PartitionView> view(Partition partition) throws IOException {
    Optional<PartitionView> view = partition.view();
    if (view.isPresent()) {
      Optional<Partition> eldest = reading.use(partition);
      if (eldest.isPresent()) {
        eldest.get().closeReader();
      }
    }
    return view;
  }

  /** The highest offset of {@code source}, written or visible. */
  long highest(String source) {
    long highest = SourceRanges.NOWHERE;
    for (Partition partition : coming) {
      highest = Math.max(highest, partition.highest(source));
    }
    return highest;
  }

  /** True when an event of that origin was written or is visible. */
  boolean holds(LogEvent event) throws IOException {
    String source = event.origin().source();
    long offset = event.origin().offset();
    // an event that comes again mostly says the same time
    Partition likely = routing.likely(event);
    if (likely != null && holds(likely, source, offset)) {
      return true;
    }
    for (Partition partition : coming) {
      if (partition != likely && holds(partition, source, offset)) {
        return true;
      }
    }
    return false;
  }

  /** What is in a damaged partition counts as lost: it may come again. */
  private boolean holds(Partition partition, String source, long offset) throws IOException {
    try {
      return partition.holds(source, offset);
    } catch (IOException | RuntimeException e) {
      if (!Damage.is(e) || partition.isDirty()) {
        throw e;
      }
      partition.quarantine(Damage.reason(e));
      return false;
    }
  }

  /** Writes {@code events}, which are in order and new, to the partitions of their days. */
  void append(List<LogEvent> events) throws IOException {
    settle();
    routing.append(events);
  }

  /** Forgets the events before {@code epochNanos}, as soon as the next commit is there. */
  public void expireBefore(long epochNanos) throws IOException {
    settle();
    for (Partition partition : List.copyOf(coming)) {
      PartitionEntry entry =
          partition.isDirty() ? partition.commit() : partition.entry().orElseThrow();
      if (entry.last() < epochNanos) {
        coming.remove(partition);
        if (partition.entry().isEmpty()) {
          remove(partition);
        }
      } else if (entry.first() < epochNanos && !partition.isDamaged()) {
        routing.use(partition);
        partition.deleteBefore(epochNanos);
        if (partition.isLate()) {
          partition.forgetLateUpTo(times.day(epochNanos) - 1);
        }
      }
    }
    routing.learn();
  }

  /** Makes what was written durable, together with {@code bookmarks}. */
  public void commit(Map<String, String> bookmarks) throws IOException {
    settle();
    leftovers.clean();
    List<Partition> named = new ArrayList<>();
    List<PartitionEntry> entries = new ArrayList<>();
    List<Partition> dirty = new ArrayList<>();
    for (Partition partition : coming) {
      PartitionEntry entry;
      partition.idle();
      if (partition.isDirty()) {
        dirty.add(partition);
        entry = partition.commit();
      } else {
        entry = partition.entry().orElseThrow();
      }
      if (entry.events() > 0) {
        named.add(partition);
        entries.add(entry);
      }
    }
    if (dirty.isEmpty()
        && named.size() == visible.size()
        && bookmarks.equals(manifest.bookmarks())) {
      return;
    }
    Manifest after = manifest.then(routing.next(), entries, bookmarks);
    // a failure may come before the new manifest took the place of the old, or after
    uncertain = true;
    file.write(after);
    uncertain = false;
    manifest = after;
    List<Partition> before = visible;
    for (int i = 0; i < named.size(); i++) {
      if (named.get(i).isDirty()) {
        named.get(i).named(entries.get(i));
      }
    }
    coming.clear();
    coming.addAll(named);
    publish();
    discard(before, dirty);
  }

  /**
   * Gives up what the manifest does not know.
   *
   * @param doubt true when files may be damaged: they are read again before the next use
   */
  public void rollback(boolean doubt) throws IOException {
    Set<Partition> all = new HashSet<>(coming);
    all.addAll(visible);
    coming.clear();
    coming.addAll(visible);
    routing.learn();
    IOUtils.applyToAll(
        all,
        partition -> {
          routing.forget(partition);
          boolean unknown = partition.entry().isEmpty();
          leftovers.add(unknown ? partition::drop : partition::clean);
          if (doubt && partition.isDirty()) {
            partition.doubt();
          }
          partition.rollback();
        });
    if (!uncertain) {
      // what was written for nothing takes room that may be missing
      leftovers.clean();
    }
  }

  /** Reads those again that were found damaged: somebody may have put them right. */
  public void recheck() throws IOException {
    for (Partition partition : coming) {
      if (partition.isDamaged()) {
        try {
          partition.recheck();
        } catch (IOException | RuntimeException e) {
          if (!Damage.is(e)) {
            throw e;
          }
          partition.quarantine(Damage.reason(e));
        }
      }
    }
  }

  /** Bytes of all that the manifest names. */
  public long bytes() {
    long bytes = 0;
    for (PartitionEntry entry : manifest.partitions()) {
      bytes += entry.bytes();
    }
    return bytes;
  }

  /** Lets go of all files. */
  @Override
  public void close() throws IOException {
    IOUtils.applyToAll(coming, Partition::close);
  }

  /** After a failed commit the manifest on disk is made what it was, before files are touched. */
  private void settle() throws IOException {
    if (uncertain) {
      file.write(manifest);
      uncertain = false;
    }
  }

  private void publish() {
    visible = List.copyOf(coming);
    routing.learn();
  }

  /** Partitions that the manifest names no more, and commits that it names no more, may go. */
  private void discard(List<Partition> before, List<Partition> dirty) {
    Set<Partition> still = new HashSet<>(visible);
    for (Partition partition : before) {
      if (!still.contains(partition)) {
        remove(partition);
      }
    }
    for (Partition partition : dirty) {
      if (still.contains(partition)) {
        leftovers.add(partition::clean);
      } else if (partition.entry().isEmpty()) {
        remove(partition);
      }
    }
    leftovers.clean();
  }

  private void remove(Partition partition) {
    routing.forget(partition);
    reading.forget(partition);
    leftovers.add(partition::drop);
  }
}
