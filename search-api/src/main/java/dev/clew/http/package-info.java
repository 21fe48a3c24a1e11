// SPDX-License-Identifier: Apache-2.0
/**
 * The API and the workbench's files over HTTP, on loopback, read-only.
 *
 * <p>{@link dev.clew.http.Routes} is the one table of routes: the server registers it and the
 * OpenAPI document is drawn from it. Only {@link dev.clew.http.ApiServer} and what it wires see the
 * server library. How a request is read is in {@code ask}, how it is answered in {@code answer},
 * how trouble is told in {@code problem}, and the shapes of answers are in {@code json}; none of
 * them imports this package. How events are stored or causes are found does not live here. Start
 * reading at {@code Routes}.
 */
@NullMarked
package dev.clew.http;

import org.jspecify.annotations.NullMarked;
