// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import org.jspecify.annotations.Nullable;

/**
 * Events that a tail leaves out.
 *
 * @param count how many that match
 * @param exact false when there may be more
 * @param from a cursor: a search strictly after it, oldest first, finds them; null when not known
 * @param to the cursor of the last of them; null when not known
 */
public record GapJson(
    long count, boolean exact, @Nullable String from, @Nullable String to, String reason) {}
