// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that may have printed a line, likeliest first.
 *
 * @param commit whose sources were searched; null when there are none
 * @param commitFrom how the commit was found
 * @param searched how many statements those sources hold
 * @param unknowns what could not be looked at
 */
public record StatementsJson(
    String message,
    @Nullable String level,
    @Nullable String logger,
    @Nullable String commit,
    @Nullable String commitFrom,
    int searched,
    List<StatementJson> statements,
    List<String> unknowns) {}
