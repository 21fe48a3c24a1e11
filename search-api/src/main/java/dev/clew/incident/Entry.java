// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;

/**
 * What was done to an incident: a line of its history.
 *
 * @param what in a word: opened, revised, marked, pinned, …
 * @param subject id of what it was done to: {@code E1}
 * @param detail in some words; may be empty
 */
public record Entry(Instant time, String by, String what, String subject, String detail) {}
