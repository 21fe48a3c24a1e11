// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import org.jspecify.annotations.Nullable;

/**
 * Something people should know about how their query text was read.
 *
 * @param position first character it speaks of, from 0
 * @param length how many characters it speaks of
 * @param message what happened to them: {@code taken as text: …}
 * @param fix what to put in their place to get what was probably meant
 */
public record Notice(int position, int length, String message, @Nullable String fix) {}
