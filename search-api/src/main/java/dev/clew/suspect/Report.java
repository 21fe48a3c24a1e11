// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.explain.Comparison;
import dev.clew.suspect.evidence.SuspectReport;

/**
 * What an investigation found.
 *
 * @param comparison what differs from the baseline
 * @param suspects who or what may be to blame
 */
public record Report(Comparison comparison, SuspectReport suspects) {}
