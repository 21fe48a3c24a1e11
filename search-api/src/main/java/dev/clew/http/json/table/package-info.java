// SPDX-License-Identifier: Apache-2.0
/**
 * The shapes of what pipelines give, of facets, and of what may be typed next.
 *
 * <p>Nothing is computed here. Start reading at {@link dev.clew.http.json.table.TableJson}.
 */
@NullMarked
package dev.clew.http.json.table;

import org.jspecify.annotations.NullMarked;
