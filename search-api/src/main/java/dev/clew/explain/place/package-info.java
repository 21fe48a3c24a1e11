// SPDX-License-Identifier: Apache-2.0
/**
 * Which code events name: the calls of their stacks, the files of their loggers and the dotted
 * names in their messages, what a unit of work came by before, and how far these are the
 * application's own.
 *
 * <p>Text and frames only: no file is opened and no repository known here, and nothing is ranked.
 * Start reading at {@link dev.clew.explain.place.Place}.
 */
@NullMarked
package dev.clew.explain.place;

import org.jspecify.annotations.NullMarked;
