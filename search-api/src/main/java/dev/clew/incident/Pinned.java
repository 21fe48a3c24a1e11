// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/**
 * What became of a pin.
 *
 * @param known that the same answer to the same question was pinned before
 */
public record Pinned(Evidence evidence, boolean known) {}
