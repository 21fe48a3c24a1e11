// SPDX-License-Identifier: Apache-2.0
/**
 * Lines that look the way a definition says: layouts of fields and marks, and formats whose columns
 * or second lines need a reader of their own.
 *
 * <p>What is learned from lines, and what any line may hold, is elsewhere. Start reading at {@link
 * dev.clew.format.layout.Layout}.
 */
@NullMarked
package dev.clew.format.layout;

import org.jspecify.annotations.NullMarked;
