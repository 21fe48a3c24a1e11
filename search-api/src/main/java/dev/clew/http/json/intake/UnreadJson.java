// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.intake;

import dev.clew.ingest.Unread;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a source that were not understood.
 *
 * @param source what people call it
 * @param reasons lines that are part of no event, by reason; null when it was read by a version of
 *     Clew that kept no account
 * @param kept how many lines are kept to be listed: the first of each source
 * @param lines some of them, in the order read
 * @param next of the first that is not in {@code lines}; null when there are no more
 */
public record UnreadJson(
    String source,
    @Nullable SortedMap<String, Long> reasons,
    int kept,
    List<LineJson> lines,
    @Nullable Integer next) {

  /**
   * A line.
   *
   * @param line its number in the file, from 1
   * @param offset bytes before it
   * @param text its start
   * @param event that it is an event all the same
   */
  public record LineJson(long line, long offset, String reason, String text, boolean event) {
    /** As it is kept. */
    public static LineJson of(Unread unread) {
      return new LineJson(
          unread.origin().line(),
          unread.origin().offset(),
          unread.reason(),
          unread.text(),
          unread.kept());
    }
  }
}
