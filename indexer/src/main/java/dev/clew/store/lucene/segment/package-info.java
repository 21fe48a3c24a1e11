// SPDX-License-Identifier: Apache-2.0
/**
 * What one segment holds: shapes and the words of their literals, the order of its documents, how
 * many of each kind a minute has, and the events themselves. Asks no questions. Start reading at
 * {@link dev.clew.store.lucene.segment.SegmentShapes}.
 */
@NullMarked
package dev.clew.store.lucene.segment;

import org.jspecify.annotations.NullMarked;
