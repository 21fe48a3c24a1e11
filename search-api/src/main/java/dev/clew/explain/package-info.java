// SPDX-License-Identifier: Apache-2.0
/**
 * What differs between two sets of events, and where it started.
 *
 * <p>Only {@link dev.clew.store.LogStore} is asked; nothing here knows how events are stored, what
 * code they come from or which change is to blame. Here are the answer, the differences it is made
 * of and the rankings; what is known of one set, its requests and its code places is in the
 * packages below, which know nothing of this one. Start reading at {@link
 * dev.clew.explain.Comparer}.
 */
@NullMarked
package dev.clew.explain;

import org.jspecify.annotations.NullMarked;
