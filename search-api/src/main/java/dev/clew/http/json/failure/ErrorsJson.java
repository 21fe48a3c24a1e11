// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.http.json.CountJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The errors of a selection.
 *
 * @param total failing events: those of level error and above, and those with an exception
 * @param errorCount how many errors they are, listed or not
 * @param unlisted failing events that are of none of {@code errors}
 * @param start when the first of each error's {@code counts} begins
 * @param stepMs how long each of them lasts
 * @param errors in the order asked for
 * @param complete false when there are more errors than the store lists, or events may be missing
 * @param reason why it is not complete, when that is not the number of errors
 */
public record ErrorsJson(
    CountJson total,
    int errorCount,
    long unlisted,
    Instant start,
    long stepMs,
    List<ErrorJson> errors,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {}
