// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events, and the cursor of the next. */
public record SearchJson(
    QueryJson query, List<EventJson> events, @Nullable String next, CountJson total, long tookMs) {}
