// SPDX-License-Identifier: Apache-2.0
/**
 * Events as they come: the latest arrivals, in the order in which they became visible, and the
 * tails that follow them.
 *
 * <p>Neither HTTP nor the shape of what is sent lives here, and the one who reads slowly is nobody
 * else's trouble. Start reading at {@link dev.clew.http.tail.Arrivals}, then {@link
 * dev.clew.http.tail.Tails}.
 */
@NullMarked
package dev.clew.http.tail;

import org.jspecify.annotations.NullMarked;
