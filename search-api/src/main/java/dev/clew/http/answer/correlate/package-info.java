// SPDX-License-Identifier: Apache-2.0
/**
 * The endpoints about events that belong together.
 *
 * <p>What belongs together is found in {@code correlate}; here questions are read and answers given
 * their shape. Start reading at {@link dev.clew.http.answer.correlate.CorrelateEndpoint}.
 */
@NullMarked
package dev.clew.http.answer.correlate;

import org.jspecify.annotations.NullMarked;
