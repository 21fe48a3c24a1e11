// SPDX-License-Identifier: Apache-2.0
/**
 * The answers about fields: which there are, their values, how often and when each was seen, and
 * what may be typed next.
 *
 * <p>How facets are found does not live here. Start reading at {@link
 * dev.clew.http.answer.field.FacetsEndpoint}.
 */
@NullMarked
package dev.clew.http.answer.field;

import org.jspecify.annotations.NullMarked;
