// SPDX-License-Identifier: Apache-2.0
/**
 * Join keys: the values by which services can be joined, found without anybody naming them.
 *
 * <p>Proposals are made here with what speaks against them; no unit of work is assembled. Start
 * reading at {@link dev.clew.correlate.join.JoinSearch}.
 */
@NullMarked
package dev.clew.correlate.join;

import org.jspecify.annotations.NullMarked;
