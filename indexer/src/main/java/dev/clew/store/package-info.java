// SPDX-License-Identifier: Apache-2.0
/**
 * What a store of events promises, whatever it is made of.
 *
 * <p>No store lives here. Start reading at {@link dev.clew.store.LogStore}, whose numbered clauses
 * are the contract.
 */
@NullMarked
package dev.clew.store;

import org.jspecify.annotations.NullMarked;
