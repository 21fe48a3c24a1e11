// SPDX-License-Identifier: Apache-2.0
/**
 * The endpoints about incidents, and evidence: how an answer of this API is taken, read and asked
 * for again.
 *
 * <p>Start reading at {@link dev.clew.http.answer.incident.Witness}.
 */
@NullMarked
package dev.clew.http.answer.incident;

import org.jspecify.annotations.NullMarked;
