// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;

/**
 * One of the texts that a block had.
 *
 * @param revision from 1; the first text is empty
 */
public record Version(long revision, String text, String by, Instant time) {}
