// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import org.jspecify.annotations.Nullable;

/**
 * Which source something readable is, and where reading it goes on.
 *
 * @param source its identity
 * @param born the place at which it was first seen
 * @param generation the how-manieth source born at that place, from 1
 * @param place where it is now
 * @param since when it took that place, see {@link Bookmark#since}
 * @param fileKey what the file system calls the file; may be empty
 * @param bookmark where reading goes on; null at the start
 */
public record Standing(
    String source,
    String born,
    int generation,
    String place,
    long since,
    String fileKey,
    @Nullable Bookmark bookmark) {

  /** A source that nothing is known of and nothing will be. */
  public static Standing unknown(String source, String place) {
    return new Standing(source, place, 1, place, 0, "", null);
  }

  /** The source of {@code bookmark}, where it was left. */
  static Standing of(Bookmark bookmark) {
    return new Standing(
        bookmark.source(),
        bookmark.born(),
        bookmark.generation(),
        bookmark.place(),
        bookmark.since(),
        bookmark.fileKey(),
        bookmark);
  }
}
