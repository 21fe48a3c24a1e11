// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

/**
 * A place between two events of the total order: the search goes on strictly after it, in its
 * direction. Derived from an event, not from a store, so it stays valid while events are appended.
 *
 * @param epochNanos time of the last event seen
 * @param source its source
 * @param offset its offset there
 */
public record Cursor(long epochNanos, String source, long offset) {}
