// SPDX-License-Identifier: Apache-2.0

/**
 * From a stack frame to the line of source it speaks of. Start reading at {@link
 * dev.clew.code.frame.FrameResolver}.
 */
@NullMarked
package dev.clew.code.frame;

import org.jspecify.annotations.NullMarked;
