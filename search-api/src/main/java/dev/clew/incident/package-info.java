// SPDX-License-Identifier: Apache-2.0
/**
 * What people write about an incident: its marks, the evidence they pinned, the timeline and the
 * document, and how it is kept.
 *
 * <p>Values, what may be said of them, and {@link dev.clew.incident.Incidents}, the one door; no
 * database and no HTTP. Evidence is a stored answer of Clew's own API: the question, the answer's
 * bytes and their SHA-256. Start reading at {@link dev.clew.incident.Incident}.
 */
@NullMarked
package dev.clew.incident;

import org.jspecify.annotations.NullMarked;
