// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Earlier;
import dev.clew.source.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The account of a reading: every line read is part of an event or rejected with a reason, and
 * every path that could not be read is named.
 *
 * @param files one row a source, in the order read
 * @param problems what could not be read, or not to its end
 */
public record Ledger(List<FileRow> files, List<Problem> problems) {
  public Ledger {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Physical lines read. */
  public long lines() {
    return sum(FileRow::lines);
  }

  /** Events read. */
  public long events() {
    return sum(FileRow::events);
  }

  /** Events that start on a physical line on which another started before. */
  public long sharedLines() {
    return sum(FileRow::sharedLines);
  }

  /** Physical lines that belong to an event that started before. */
  public long continuationLines() {
    return sum(FileRow::continuationLines);
  }

  /** Physical lines that are part of no event, by reason. */
  public SortedMap<String, Long> rejectedLines() {
    SortedMap<String, Long> sums = new TreeMap<>();
    files.forEach(row -> row.addRejected(sums));
    return sums;
  }

  /** Bytes read, decompressed. */
  public long bytes() {
    return sum(FileRow::bytes);
  }

  /** What was read of these sources before, and is in the store already. */
  public Earlier earlier() {
    return files.stream().map(FileRow::earlier).reduce(Earlier.NOTHING, Earlier::plus);
  }

  /** True when lines and bytes of every file add up. */
  public boolean isBalanced() {
    return files.stream().allMatch(FileRow::isBalanced);
  }

  private long sum(ToLongFunction<FileRow> column) {
    return files.stream().mapToLong(column).sum();
  }
}
