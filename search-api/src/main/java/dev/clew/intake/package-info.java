// SPDX-License-Identifier: Apache-2.0
/**
 * Logs that are handed in while a server runs, and where its events come from. Nothing here knows
 * HTTP. Start with {@link dev.clew.intake.Imports}.
 */
@NullMarked
package dev.clew.intake;

import org.jspecify.annotations.NullMarked;
