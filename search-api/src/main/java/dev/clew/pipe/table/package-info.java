// SPDX-License-Identifier: Apache-2.0
/**
 * Rows and cells: what flows from pipe to pipe, and the table that comes out.
 *
 * <p>Nothing here computes anything but an order. Start reading at {@link dev.clew.pipe.table.Row}.
 */
@NullMarked
package dev.clew.pipe.table;

import org.jspecify.annotations.NullMarked;
