// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

/**
 * Where a service names a value.
 *
 * @param name a field, the word before the value in a message, or what the value begins with,
 *     {@code A-*}
 */
public record Place(String service, String name) {}
