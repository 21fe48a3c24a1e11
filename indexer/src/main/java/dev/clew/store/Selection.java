// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;

/** What we are looking at: the events of {@code range} that match {@code query}. */
public record Selection(Query query, TimeRange range) {}
