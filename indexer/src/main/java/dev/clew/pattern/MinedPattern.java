// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

/**
 * A pattern found in a whole input.
 *
 * @param id twelve hex digits, derived from {@code starTemplate}
 * @param template for people, variables typed: {@code session opened for user <word>}; at most 400
 *     characters
 * @param starTemplate the whole statement with {@code <*>} for each variable; unlike {@code
 *     template} not shortened, nor rid of control characters
 * @param lines how many lines of the input it stands for
 */
public record MinedPattern(String id, String template, String starTemplate, int lines) {}
