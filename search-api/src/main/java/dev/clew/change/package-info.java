// SPDX-License-Identifier: Apache-2.0
/**
 * What people altered and when: deploys, settings and feature flags, as values.
 *
 * <p>How they are told from files and reports stands in the packages below, commits are read in
 * {@code dev.clew.code}, and nothing here judges a change. Start reading at {@link
 * dev.clew.change.Change}.
 */
@NullMarked
package dev.clew.change;

import org.jspecify.annotations.NullMarked;
