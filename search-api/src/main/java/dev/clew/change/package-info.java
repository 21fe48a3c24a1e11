// SPDX-License-Identifier: Apache-2.0
/**
 * What people altered and when: deploys, configuration runs and feature flags, as read from the
 * files that other systems export.
 *
 * <p>Commits are not read here but in {@code dev.clew.code}, and nothing here judges a change.
 * Start reading at {@link dev.clew.change.Change} and {@link dev.clew.change.ChangeFiles}.
 */
@NullMarked
package dev.clew.change;

import org.jspecify.annotations.NullMarked;
