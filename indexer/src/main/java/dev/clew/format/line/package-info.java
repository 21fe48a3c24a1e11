// SPDX-License-Identifier: Apache-2.0
/**
 * The readers of lines, one for each form that lines have: layouts, JSON, logfmt, CSV, PostgreSQL,
 * and any text with a time.
 *
 * <p>Which of them reads a source is decided elsewhere. Start reading at {@link
 * dev.clew.format.line.LineParser}, then {@link dev.clew.format.line.Head}.
 */
@NullMarked
package dev.clew.format.line;

import org.jspecify.annotations.NullMarked;
