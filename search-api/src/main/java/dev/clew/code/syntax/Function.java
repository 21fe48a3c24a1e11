// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

/**
 * A function, method, constructor, or lambda that is assigned to a name.
 *
 * @param name without owner and parameters
 * @param owner class, receiver or type around it; empty when there is none
 * @param from first line, from 1
 * @param to last line, inclusive
 */
public record Function(String name, String owner, int from, int to) {}
