// SPDX-License-Identifier: Apache-2.0
/**
 * Fingerprints: which documents of a segment may hold a rare word, without a dictionary of words.
 *
 * <p>Each document brings 32-bit hashes of its words. A segment keeps a sorted list of hashes, each
 * with the blocks of neighbouring documents it occurs in: about three bytes for each pair of hash
 * and block, and no term dictionary to build, flush or merge. An answer is a superset: a document
 * that has the hash always lies in it, others may too, and the caller verifies. The lists are
 * doc-values files, so Lucene commits, checksums, merges and deletes them. What the hashes stand
 * for and how hits are verified is not known here. Start reading at {@link
 * dev.clew.store.lucene.print.Fingerprints}, then {@code FingerprintsConsumer}.
 */
@NullMarked
package dev.clew.store.lucene.print;

import org.jspecify.annotations.NullMarked;
