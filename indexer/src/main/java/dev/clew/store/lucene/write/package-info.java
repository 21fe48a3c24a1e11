// SPDX-License-Identifier: Apache-2.0
/**
 * Makes documents and segments of events. Answers nothing. Start reading at {@link
 * dev.clew.store.lucene.write.EventDocument}, then {@link dev.clew.store.lucene.write.EventWriter}.
 */
@NullMarked
package dev.clew.store.lucene.write;

import org.jspecify.annotations.NullMarked;
