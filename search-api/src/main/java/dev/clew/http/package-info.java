// SPDX-License-Identifier: Apache-2.0
/**
 * The API and the workbench's files over HTTP, on loopback, read-only.
 *
 * <p>{@link dev.clew.http.Routes} is the one table of routes: the server registers it and the
 * OpenAPI document is drawn from it. An {@link dev.clew.http.Endpoint} answers a {@link
 * dev.clew.http.Request} with a record of {@code json} and knows nothing of HTTP; only {@link
 * dev.clew.http.ApiServer} and what it wires see the server library. What goes wrong is thrown as a
 * {@link dev.clew.http.Problem} and becomes an answer in {@link dev.clew.http.Problems} alone. How
 * events are stored or causes are found does not live here. Start reading at {@code Routes}.
 */
@NullMarked
package dev.clew.http;

import org.jspecify.annotations.NullMarked;
