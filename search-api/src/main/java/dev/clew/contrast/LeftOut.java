// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

/**
 * What was not compared, and why.
 *
 * @param name a field, or a number of things
 */
public record LeftOut(String name, String reason) {}
