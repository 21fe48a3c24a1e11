// SPDX-License-Identifier: Apache-2.0
/**
 * Findings as scripts read them, one record a line of JSON, and the JSON files that people name.
 *
 * <p>These shapes are promises of the command line; those of the HTTP API live in {@code
 * dev.clew.http.json}. No option and nothing that finds or ranks lives here. Start reading at
 * {@link dev.clew.app.json.ReportJson}, then {@link dev.clew.app.json.Json}.
 */
@NullMarked
package dev.clew.app.json;

import org.jspecify.annotations.NullMarked;
