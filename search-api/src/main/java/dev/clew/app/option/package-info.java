// SPDX-License-Identifier: Apache-2.0
/**
 * Options that several commands share, and what their text means.
 *
 * <p>No command lives here; an option of one command stays with it. Start reading at {@link
 * dev.clew.app.option.ReadOptions}.
 */
@NullMarked
package dev.clew.app.option;

import org.jspecify.annotations.NullMarked;
