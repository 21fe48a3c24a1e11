// SPDX-License-Identifier: Apache-2.0
/**
 * The partitions of a store: which events go where, what is committed, retired, damaged or merged.
 * Start reading at {@link dev.clew.store.lucene.part.Partitions}, then {@link
 * dev.clew.store.lucene.part.Partition}.
 */
@NullMarked
package dev.clew.store.lucene.part;

import org.jspecify.annotations.NullMarked;
