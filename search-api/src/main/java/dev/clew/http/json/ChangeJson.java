// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param kind commit, deploy, config or flag
 */
public record ChangeJson(
    String kind,
    Instant time,
    @Nullable String service,
    String id,
    String label,
    @Nullable String by) {}
