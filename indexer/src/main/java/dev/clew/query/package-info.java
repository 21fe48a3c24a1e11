// SPDX-License-Identifier: Apache-2.0
/**
 * What can be asked and what it means.
 *
 * <p>{@link dev.clew.query.Query#matches} is the meaning of every query; a store is only a faster
 * way to the same answer. Nothing here knows how events are stored. Start reading at {@link
 * dev.clew.query.Query}.
 */
@NullMarked
package dev.clew.query;

import org.jspecify.annotations.NullMarked;
