// SPDX-License-Identifier: Apache-2.0
/**
 * Events that belong together: the unit of work a value stands for, whatever it is called from one
 * service to the next, and the values by which services can be joined.
 *
 * <p>Everything is asked of a {@link dev.clew.store.LogStore}; which event caused which, and what
 * an answer looks like, do not live here. Start reading at {@link dev.clew.correlate.UnitSearch}.
 */
@NullMarked
package dev.clew.correlate;

import org.jspecify.annotations.NullMarked;
