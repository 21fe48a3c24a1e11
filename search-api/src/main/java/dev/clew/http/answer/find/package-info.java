// SPDX-License-Identifier: Apache-2.0
/**
 * Answers that are given while they are found, and what is said when nothing is found.
 *
 * <p>How a selection is looked at part by part is for {@code scan}, how frames travel for {@code
 * http}. Start reading at {@link dev.clew.http.answer.find.StreamEndpoint}.
 */
@NullMarked
package dev.clew.http.answer.find;

import org.jspecify.annotations.NullMarked;
