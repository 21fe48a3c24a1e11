// SPDX-License-Identifier: Apache-2.0
/**
 * What a log line becomes. Names follow the OpenTelemetry log data model.
 *
 * <p>Nothing here knows how lines are read, parsed, stored or asked for; only the JDK is imported.
 * Start reading at {@link dev.clew.event.LogEvent}.
 */
@NullMarked
package dev.clew.event;

import org.jspecify.annotations.NullMarked;
