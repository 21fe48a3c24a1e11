// SPDX-License-Identifier: Apache-2.0
/**
 * Which documents of a segment match a query. Each part of a query is a {@link
 * dev.clew.store.lucene.match.Clause}: of each shape it says yes, no or maybe, and it names the
 * lists of documents and the shapes on which a maybe turns; only those are looked at. Start reading
 * at {@link dev.clew.store.lucene.match.ClauseMaker}, then {@link
 * dev.clew.store.lucene.match.SegmentMatch}.
 */
@NullMarked
package dev.clew.store.lucene.match;

import org.jspecify.annotations.NullMarked;
