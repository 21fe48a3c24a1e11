// SPDX-License-Identifier: Apache-2.0
/**
 * Changes that other systems tell of while a server runs: what a delivery says, whether it may be
 * believed, and the journal that keeps it.
 *
 * <p>Nothing here listens: requests are opened and answered in {@code dev.clew.http}. Start reading
 * at {@link dev.clew.change.hook.ChangeHook}, then {@link dev.clew.change.hook.DeliveryReader}.
 */
@NullMarked
package dev.clew.change.hook;

import org.jspecify.annotations.NullMarked;
