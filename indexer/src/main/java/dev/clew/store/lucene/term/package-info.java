// SPDX-License-Identifier: Apache-2.0
/**
 * What the parts of events are called in the index: columns, and the terms of words and values.
 * Knows nothing of segments. Start reading at {@link dev.clew.store.lucene.term.Columns}.
 */
@NullMarked
package dev.clew.store.lucene.term;

import org.jspecify.annotations.NullMarked;
