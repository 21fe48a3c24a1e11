// SPDX-License-Identifier: Apache-2.0
/**
 * The shapes of the API's answers, one record an object, and how the domain's types become them.
 * The OpenAPI document is drawn from these records, so a shape is written down once.
 *
 * <p>No route, no HTTP and no question asked of a store lives here. A component is required unless
 * it is left out when null; it may be null only where it is {@code @Nullable}. Start reading at
 * {@link dev.clew.http.json.EventJson}.
 */
@NullMarked
package dev.clew.http.json;

import org.jspecify.annotations.NullMarked;
