// SPDX-License-Identifier: Apache-2.0
/**
 * What the members of one set, events or requests, have: values, patterns, values inside of
 * messages, numbers; read one by one, or counted by the store.
 *
 * <p>No two sets are compared here. Start reading at {@link dev.clew.contrast.member.Trait}.
 */
@NullMarked
package dev.clew.contrast.member;

import org.jspecify.annotations.NullMarked;
