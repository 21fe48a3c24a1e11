// SPDX-License-Identifier: Apache-2.0
/**
 * Times typed beside a query: {@code last 15m}, {@code 14:00-14:30}, {@code since deploy checkout}.
 *
 * <p>What time it is and what was deployed when is told from outside. Start reading at {@link
 * dev.clew.query.time.TypedTime}.
 */
@NullMarked
package dev.clew.query.time;

import org.jspecify.annotations.NullMarked;
