// SPDX-License-Identifier: Apache-2.0
/**
 * Which lines belong to an event that began before them: traces, bodies over several lines, what a
 * container's runtime cut into chunks or several programs wrote in turns.
 *
 * <p>Nothing here reads what a line says; formats do. Start reading at {@link
 * dev.clew.format.join.Joining}, then {@link dev.clew.format.join.Envelope}.
 */
@NullMarked
package dev.clew.format.join;

import org.jspecify.annotations.NullMarked;
