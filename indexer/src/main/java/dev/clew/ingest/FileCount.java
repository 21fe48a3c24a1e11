// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.format.Detection;
import dev.clew.ingest.bookmark.Account;
import dev.clew.ingest.bookmark.Bookmark;
import dev.clew.ingest.bookmark.Earlier;
import dev.clew.source.LineReader;
import dev.clew.source.Source;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts while one source is read. Lines are counted twice, as read and as used, to compare. */
final class FileCount {
  private long bytes;
  private long lines;
  private long events;
  private long timed;
  private long sharedLines;
  private long continuationLines;
  private long accountedBytes;
  private final TreeMap<String, Long> rejected = new TreeMap<>();

  void read(LineReader reader) {
    bytes += reader.length() + reader.hole();
    lines += newLines(reader);
  }

  /** Physical lines that start in what was read last. */
  private static int newLines(LineReader reader) {
    return reader.lines() - (reader.startsLine() ? 0 : 1);
  }

  void event(LineReader reader) {
    events++;
    sharedLines += reader.startsLine() ? 0 : 1;
    continuationLines += reader.lines() - 1;
  }

  void continuation(LineReader reader) {
    continuationLines += newLines(reader);
  }

  /** The event that ended last has a time of its own. */
  void timed() {
    timed++;
  }

  void accounted(long length) {
    accountedBytes += length;
  }

  void rejected(String reason, LineReader reader) {
    rejected.merge(reason, (long) newLines(reader), Long::sum);
  }

  /**
   * @param file what people call the source, which is at {@code place}
   * @param settled what this reading is done with; an event that waits for more lines is not in it
   * @param failures events that could not be read
   */
  Account account(String file, String place, Detection detection, Earlier settled, long failures) {
    return new Account(
        file,
        place,
        detection.format(),
        detection.share(),
        settled.bytes(),
        settled.lines(),
        settled.events(),
        timed,
        failures,
        rejected);
  }

  /**
   * @param left where an earlier reading left the source; null when there was none
   */
  FileRow row(Source source, Detection detection, List<String> known, @Nullable Bookmark left) {
    return new FileRow(
        source.name(),
        source.id(),
        detection.format(),
        detection.share(),
        bytes,
        lines,
        events,
        sharedLines,
        continuationLines,
        rejected,
        accountedBytes,
        known,
        left == null ? Earlier.NOTHING : new Earlier(left.offset(), left.lines(), left.events()));
  }
}
