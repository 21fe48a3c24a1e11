// SPDX-License-Identifier: Apache-2.0
/**
 * What is said about a possible cause: {@link dev.clew.suspect.evidence.Evidence} for and against a
 * {@link dev.clew.suspect.evidence.Suspect}, and why a change is {@link
 * dev.clew.suspect.evidence.Cleared}.
 *
 * <p>Values and their wording only; nothing here finds evidence. Start reading at {@link
 * dev.clew.suspect.evidence.Suspect}.
 */
@NullMarked
package dev.clew.suspect.evidence;

import org.jspecify.annotations.NullMarked;
