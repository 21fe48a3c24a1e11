// SPDX-License-Identifier: Apache-2.0
/**
 * Which source a file is, told by its content, and how far it was read.
 *
 * <p>Nothing here opens a file or knows what a line means. Start reading at {@link
 * dev.clew.ingest.bookmark.Bookmark}, then {@link dev.clew.ingest.bookmark.Bookmarks}.
 */
@NullMarked
package dev.clew.ingest.bookmark;

import org.jspecify.annotations.NullMarked;
