// SPDX-License-Identifier: Apache-2.0
/**
 * Files that tell of changes: which kind a file is, by its content, and the rows of those that list
 * deploys, settings and flags.
 *
 * <p>The reports of configuration tools are read in {@code dev.clew.change.run}; what is sent while
 * a server runs is not read here. Start reading at {@link dev.clew.change.file.ChangeFiles}.
 */
@NullMarked
package dev.clew.change.file;

import org.jspecify.annotations.NullMarked;
