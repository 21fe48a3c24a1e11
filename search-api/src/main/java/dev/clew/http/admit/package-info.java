// SPDX-License-Identifier: Apache-2.0
/**
 * Which questions are worked on now, which wait, and which are refused: so many at once, so much
 * memory for all of them, and nobody's questions before everybody else's.
 *
 * <p>What a question asks for does not matter here, and neither does HTTP. Start reading at {@link
 * dev.clew.http.admit.Admission}.
 */
@NullMarked
package dev.clew.http.admit;

import org.jspecify.annotations.NullMarked;
