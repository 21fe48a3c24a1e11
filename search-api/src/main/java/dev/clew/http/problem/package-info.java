// SPDX-License-Identifier: Apache-2.0
/**
 * What goes wrong, and how the asker is told: every kind of trouble, in the one shape of RFC 9457.
 *
 * <p>Anyone who answers a question throws a {@link dev.clew.http.problem.Problem}; only {@link
 * dev.clew.http.problem.Problems} turns what was thrown into an answer. Neither routes nor HTTP
 * live here. Start reading at {@link dev.clew.http.problem.ProblemType}.
 */
@NullMarked
package dev.clew.http.problem;

import org.jspecify.annotations.NullMarked;
