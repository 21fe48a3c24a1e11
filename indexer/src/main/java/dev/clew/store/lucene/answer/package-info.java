// SPDX-License-Identifier: Apache-2.0
/**
 * What is made of the documents that match: pages, counts and groups, from rollups where shapes
 * decide. Start reading at {@link dev.clew.store.lucene.answer.Segment}.
 */
@NullMarked
package dev.clew.store.lucene.answer;

import org.jspecify.annotations.NullMarked;
