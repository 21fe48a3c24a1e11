// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a line of a list.
 *
 * @param started its mark; null while unknown
 * @param resolved its mark; null while unknown
 * @param evidence how many pieces it has
 */
public record Heading(
    String id,
    String title,
    @Nullable Gravity severity,
    Status status,
    Review review,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant resolved,
    int evidence,
    @Nullable String lead) {}
