// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event, whole, and its neighbours in ascending time.
 *
 * @param complete false when neighbours may be missing
 * @param reason why it is not complete
 */
public record EventDetailJson(
    EventJson event,
    List<EventJson> before,
    List<EventJson> after,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason) {}
