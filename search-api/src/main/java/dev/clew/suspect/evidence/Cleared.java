// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.evidence;

/**
 * A change that was looked at and is not to blame.
 *
 * @param kind what sort of change
 * @param id its id, as a suspect's would be
 * @param title what it is, in a line
 * @param reason why it is not to blame
 */
public record Cleared(Suspect.Kind kind, String id, String title, String reason) {}
