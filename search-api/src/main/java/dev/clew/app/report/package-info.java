// SPDX-License-Identifier: Apache-2.0
/**
 * Findings in words, for the person at the terminal: events, ledgers, reports and suspects.
 *
 * <p>Everything that comes from logs or repositories is printed through {@code Console.safe}. No
 * JSON, no option and nothing that finds or ranks lives here. Start reading at {@link
 * dev.clew.app.report.ReportText}.
 */
@NullMarked
package dev.clew.app.report;

import org.jspecify.annotations.NullMarked;
