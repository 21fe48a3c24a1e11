// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackTrace;

/**
 * A stack trace found in a text.
 *
 * @param trace what it says
 * @param firstLine the text's first line that belongs to it, from 0
 * @param endLine the line after its last one
 */
public record StackText(StackTrace trace, int firstLine, int endLine) {}
