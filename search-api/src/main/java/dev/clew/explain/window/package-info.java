// SPDX-License-Identifier: Apache-2.0
/**
 * What a set of events holds: the time it really covers, how often each pattern occurs in it, its
 * single events, and how far they speak of a failure.
 *
 * <p>Of all parts of the explanation only this one and the search for the onset ask {@link
 * dev.clew.store.LogStore}. One set is looked at, or the sizes of two; what differs is said
 * elsewhere. Start reading at {@link dev.clew.explain.window.Window}.
 */
@NullMarked
package dev.clew.explain.window;

import org.jspecify.annotations.NullMarked;
