// SPDX-License-Identifier: Apache-2.0
/**
 * From a log line to the statement that printed it, and from a commit to the messages it brings.
 * Start reading at {@link dev.clew.code.statement.Statements}.
 */
@NullMarked
package dev.clew.code.statement;

import org.jspecify.annotations.NullMarked;
