// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer, after RFC 9457.
 *
 * @param type address of the explanation
 * @param fix what to try
 * @param position where in the query text the trouble starts, in UTF-16 code units from 0
 * @param current what stands where somebody else wrote meanwhile
 */
public record ProblemJson(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(Include.NON_NULL) @Nullable String fix,
    @JsonInclude(Include.NON_NULL) @Nullable Integer position,
    @JsonInclude(Include.NON_NULL) @Nullable Object current) {}
