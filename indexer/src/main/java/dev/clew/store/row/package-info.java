// SPDX-License-Identifier: Apache-2.0
/**
 * Events as shape and row: what all events of one statement share, and what only this one says.
 *
 * <p>An event's text is cut into literal pieces and slots; {@link dev.clew.store.row.Shape} holds
 * the pieces and where in the text each field stands, a row holds what fills the slots. The two and
 * the time make the equal event again. Nothing here knows how or where either is kept. Start
 * reading at {@link dev.clew.store.row.RowEncoder}.
 */
@NullMarked
package dev.clew.store.row;

import org.jspecify.annotations.NullMarked;
