// SPDX-License-Identifier: Apache-2.0
/**
 * What happened when: lanes of events on one axis, with their bursts, their silences, and the times
 * of which nothing was collected.
 *
 * <p>Counts come from the store; no event is read here, and nothing says why something happened.
 * Start reading at {@link dev.clew.timeline.TimelineSearch}.
 */
@NullMarked
package dev.clew.timeline;

import org.jspecify.annotations.NullMarked;
