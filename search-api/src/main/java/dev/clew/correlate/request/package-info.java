// SPDX-License-Identifier: Apache-2.0
/**
 * Requests as the events tell of them: their steps by clock and service, their spans, and samples
 * of them in stretches of time without gaps.
 *
 * <p>What can be concluded from requests does not live here. Start reading at {@link
 * dev.clew.correlate.request.Requests}.
 */
@NullMarked
package dev.clew.correlate.request;

import org.jspecify.annotations.NullMarked;
