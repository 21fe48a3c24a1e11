// SPDX-License-Identifier: Apache-2.0
/**
 * The pipeline from paths to events in a store, and the ledger that accounts for every line.
 *
 * <p>Nothing here knows a format or a kind of store. Start reading at {@link
 * dev.clew.ingest.LogReader}, then {@link dev.clew.ingest.Ledger}.
 */
@NullMarked
package dev.clew.ingest;

import org.jspecify.annotations.NullMarked;
