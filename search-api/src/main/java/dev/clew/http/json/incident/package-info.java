// SPDX-License-Identifier: Apache-2.0
/**
 * The shapes of answers about incidents, and of what is told of them.
 *
 * <p>Start reading at {@link dev.clew.http.json.incident.IncidentJson}.
 */
@NullMarked
package dev.clew.http.json.incident;

import org.jspecify.annotations.NullMarked;
