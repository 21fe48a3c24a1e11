// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;

/**
 * What somebody says about a block.
 *
 * @param id within the incident: {@code C1}
 * @param resolved that it needs no answer any more
 */
public record Comment(String id, String text, String by, Instant time, boolean resolved) {}
