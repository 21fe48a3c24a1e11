// SPDX-License-Identifier: Apache-2.0
/**
 * How many events of each shape each minute of a segment has: made when the segment is written, and
 * kept beside its columns. Nothing here knows queries. Start reading at {@link
 * dev.clew.store.lucene.roll.Rollup}.
 */
@NullMarked
package dev.clew.store.lucene.roll;

import org.jspecify.annotations.NullMarked;
