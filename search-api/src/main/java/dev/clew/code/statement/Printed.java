// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

/**
 * What is known of a line that was printed.
 *
 * @param message its text without time, level and logger
 * @param level its level in any spelling; empty when not known
 * @param logger its logger; empty when not known
 */
public record Printed(String message, String level, String logger) {}
