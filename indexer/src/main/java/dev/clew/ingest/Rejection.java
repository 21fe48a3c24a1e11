// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.Origin;
import dev.clew.event.RawLine;

/**
 * Lines that were read and are part of no event.
 *
 * @param origin where they were read
 * @param reason why they are part of none
 * @param raw the bytes as read
 */
public record Rejection(Origin origin, String reason, RawLine raw) {}
