// SPDX-License-Identifier: Apache-2.0
/**
 * What is investigated and how its material is brought in: logs read into a store, repositories
 * opened, changes, alerts, pasted traces and sample scenarios read.
 *
 * <p>No option and no result in words or JSON lives here, and no heuristics: those are the
 * investigation's. Start reading at {@link dev.clew.app.inquiry.Investigator}, then {@link
 * dev.clew.app.inquiry.Inquiry}.
 */
@NullMarked
package dev.clew.app.inquiry;

import org.jspecify.annotations.NullMarked;
