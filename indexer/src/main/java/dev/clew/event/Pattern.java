// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

/**
 * What all events printed by the same statement have in common.
 *
 * @param id stable identity, twelve hex digits
 * @param template the message with each variable replaced by its type: {@code charged order <num>
 *     in <duration>}
 */
public record Pattern(String id, String template) {}
