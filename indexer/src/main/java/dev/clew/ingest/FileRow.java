// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Earlier;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one source.
 *
 * @param file what people call it
 * @param source its identity
 * @param format the format detected
 * @param share how many of its first lines start an event of that format, 0 to 1
 * @param bytes bytes read, decompressed
 * @param lines physical lines read
 * @param events events read
 * @param sharedLines events that start on a physical line on which another started before: later
 *     elements of a JSON array on one line, later pieces of a very long line
 * @param continuationLines physical lines that belong to an event that started before
 * @param rejectedLines physical lines that are part of no event, by reason
 * @param accountedBytes bytes of all events and rejections
 * @param known service, host and zone of events that name none, each with the rule that says so
 * @param earlier what was read of the source before; not part of the other counts
 */
public record FileRow(
    String file,
    String source,
    String format,
    double share,
    long bytes,
    long lines,
    long events,
    long sharedLines,
    long continuationLines,
    SortedMap<String, Long> rejectedLines,
    long accountedBytes,
    List<String> known,
    Earlier earlier) {

  public FileRow {
    known = List.copyOf(known);
    rejectedLines = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rejectedLines));
  }

  /** All lines that are part of no event. */
  public long rejected() {
    return rejectedLines.values().stream().mapToLong(Long::longValue).sum();
  }

  /** True when every line and every byte is part of exactly one event or rejection. */
  public boolean isBalanced() {
    return lines + sharedLines == events + continuationLines + rejected()
        && bytes == accountedBytes;
  }

  /** Adds the rejected lines to {@code sums}. */
  void addRejected(Map<String, Long> sums) {
    rejectedLines.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
  }
}
