// SPDX-License-Identifier: Apache-2.0
/**
 * Files that only grow, a line at a time. Start reading at {@link dev.clew.journal.LineJournal}.
 */
@NullMarked
package dev.clew.journal;

import org.jspecify.annotations.NullMarked;
