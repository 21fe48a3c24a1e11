// SPDX-License-Identifier: Apache-2.0
/**
 * What is remembered of a repository's history between runs: an index of its commits, the files
 * they touch, the words they add and remove.
 *
 * <p>Everything in it is derived from commits, which never change, and is kept by their ids; it can
 * be thrown away at any time, and a commit that is not in it yet is read from Git. It lies in a
 * cache folder, never in the repository. Start reading at {@link
 * dev.clew.code.history.HistoryIndex}.
 */
@NullMarked
package dev.clew.code.history;

import org.jspecify.annotations.NullMarked;
