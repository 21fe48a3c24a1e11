// SPDX-License-Identifier: Apache-2.0
/**
 * Columns in front of a message, learned from the lines of a source: where the message of a layout
 * that nobody defined starts, and what the columns before it are.
 *
 * <p>No format has a name here, and nothing reads times. Start reading at {@link
 * dev.clew.format.column.ColumnLearner}.
 */
@NullMarked
package dev.clew.format.column;

import org.jspecify.annotations.NullMarked;
