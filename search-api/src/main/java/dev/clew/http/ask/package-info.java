// SPDX-License-Identifier: Apache-2.0
/**
 * What can be asked of the API and how it is read: the parameters and their types, the question
 * they make, and the stretch of time it is about.
 *
 * <p>What is asked for is checked here, and what cannot be used is thrown as a {@link
 * dev.clew.http.problem.Problem}. No answer is made here, and no route or HTTP is known. Start
 * reading at {@link dev.clew.http.ask.Request}, then {@link dev.clew.http.ask.Questions}.
 */
@NullMarked
package dev.clew.http.ask;

import org.jspecify.annotations.NullMarked;
