// SPDX-License-Identifier: Apache-2.0
/**
 * The answer about patterns: how often each was seen now and before, how that went over time, and
 * when it was seen first of all.
 *
 * <p>How a pattern is told from an event does not live here. Start reading at {@link
 * dev.clew.http.answer.pattern.PatternsEndpoint}.
 */
@NullMarked
package dev.clew.http.answer.pattern;

import org.jspecify.annotations.NullMarked;
