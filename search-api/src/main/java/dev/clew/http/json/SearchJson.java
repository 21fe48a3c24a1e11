// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events, and the cursor of the next.
 *
 * @param complete false when events may be missing on the page or in the total
 * @param reason why it is not complete
 */
public record SearchJson(
    QueryJson query,
    List<EventJson> events,
    @Nullable String next,
    CountJson total,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {}
