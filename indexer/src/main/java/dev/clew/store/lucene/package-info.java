// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded store: one Lucene index for each day of events, and one manifest that says what
 * counts.
 *
 * <p>An event is kept as its shape and a row ({@link dev.clew.store.row}). A query is asked of the
 * shapes first; only events of shapes that do not decide are looked at ({@link
 * dev.clew.store.lucene.match}). Documents are in the order of the events ({@link
 * dev.clew.event.LogEvent#ORDER}) within each segment, so time ranges are document ranges and the
 * newest events are the last ones. Where the index alone cannot decide whether an event matches, it
 * yields candidates and {@link dev.clew.query.Query#matches} decides: every answer is exact.
 *
 * <p>The one door is {@link dev.clew.store.lucene.LuceneLogStores}; no Lucene type leaves it. Start
 * reading there, then {@code LuceneLogStore} and {@link dev.clew.store.lucene.part.Partitions}; for
 * answers {@code PartitionSearch} and {@link dev.clew.store.lucene.answer.Segment}.
 */
@NullMarked
package dev.clew.store.lucene;

import org.jspecify.annotations.NullMarked;
