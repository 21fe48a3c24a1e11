// SPDX-License-Identifier: Apache-2.0
/**
 * The answers: an {@link dev.clew.http.answer.Endpoint} for each route, and what only they count
 * and keep.
 *
 * <p>An endpoint takes a {@link dev.clew.http.ask.Request}, asks the store and the analysis, and
 * gives a record of {@code json}. It knows nothing of HTTP nor of its own address; how a parameter
 * is read and how a cause is found do not live here. Start reading at {@link
 * dev.clew.http.answer.SearchEndpoint}.
 */
@NullMarked
package dev.clew.http.answer;

import org.jspecify.annotations.NullMarked;
