// SPDX-License-Identifier: Apache-2.0
/**
 * Facets: the fields by which the events of a selection differ, with their most frequent values and
 * when each was seen.
 *
 * <p>Everything is asked of a {@link dev.clew.store.LogStore}; what an answer looks like on the way
 * to people does not live here. Start reading at {@link dev.clew.facet.FacetSearch}.
 */
@NullMarked
package dev.clew.facet;

import org.jspecify.annotations.NullMarked;
