// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.symptom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The monitor that fired.
 *
 * @param service program it watches; null when it names none
 * @param metric what it measures; null when it names nothing
 * @param firedAt when it fired; null when unknown
 * @param text all it says in words: summary, detail
 */
public record Alert(
    @Nullable String service, @Nullable String metric, @Nullable Instant firedAt, String text) {}
