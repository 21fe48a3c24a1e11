// SPDX-License-Identifier: Apache-2.0
/**
 * Shapes and patterns: what the lines printed by one log statement have in common.
 *
 * <p>A {@link dev.clew.pattern.Shape} splits one body, reversibly and without learning, into its
 * constant text and its typed variables. {@link dev.clew.pattern.PatternAssigner} names each event
 * by its shape alone, so that the same event has the same pattern on every machine and in every
 * order. {@link dev.clew.pattern.PatternMiner} looks at a whole input and also merges shapes that
 * differ in words the input shows to vary.
 *
 * <p>Nothing here reads files, parses headers or knows a store, and no rule names a logging system.
 * Start reading at {@link dev.clew.pattern.Shape}.
 */
@NullMarked
package dev.clew.pattern;

import org.jspecify.annotations.NullMarked;
