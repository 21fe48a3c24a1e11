// SPDX-License-Identifier: Apache-2.0
/**
 * What a commit really changes, read off its diff: versions of dependencies, settings, flags,
 * tables and columns, numbers in code, each with its value before and after.
 *
 * <p>Lines are read as what their file is; nothing is compiled or run, and nothing here weighs.
 * Start reading at {@link dev.clew.suspect.content.Contents}.
 */
@NullMarked
package dev.clew.suspect.content;

import org.jspecify.annotations.NullMarked;
