// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an incident came to a point of its course.
 *
 * @param by who says so
 * @param evidence id of what shows it; null when nothing does
 */
public record Mark(MarkKind kind, Instant time, String by, @Nullable String evidence) {}
