// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.TimeRange;
import java.util.Optional;

/**
 * What a store holds.
 *
 * @param events searchable events
 * @param range from the earliest to just after the latest of them; empty when there are none
 * @param bytes bytes on disk
 */
public record StoreStatus(long events, Optional<TimeRange> range, long bytes) {}
