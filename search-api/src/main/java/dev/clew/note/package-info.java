// SPDX-License-Identifier: Apache-2.0
/**
 * What people told about what was found: where files of frames are, and which suspect is the cause.
 * Start reading at {@link dev.clew.note.Notebook}.
 */
@NullMarked
package dev.clew.note;

import org.jspecify.annotations.NullMarked;
