// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How to read what the lines themselves leave open.
 *
 * @param zone where times without a zone were written
 * @param service the service of events that name none; null to take it from the file's path
 * @param now the date of standard input
 */
public record ReadSettings(ZoneId zone, @Nullable String service, Instant now) {}
