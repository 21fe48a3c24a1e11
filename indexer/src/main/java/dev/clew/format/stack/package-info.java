// SPDX-License-Identifier: Apache-2.0
/**
 * Reads stack traces as languages print them: a reader for each family of languages, and what the
 * lines of a trace look like, for those who join lines.
 *
 * <p>Nothing here knows about lines of logs. Start reading at {@link
 * dev.clew.format.stack.StackParser}.
 */
@NullMarked
package dev.clew.format.stack;

import org.jspecify.annotations.NullMarked;
