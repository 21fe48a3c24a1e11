// SPDX-License-Identifier: Apache-2.0
/**
 * The shapes of answers that are sent piece by piece while they are found, and of what is said when
 * nothing is found.
 *
 * <p>Start reading at {@link dev.clew.http.json.find.StreamJson}.
 */
@NullMarked
package dev.clew.http.json.find;

import org.jspecify.annotations.NullMarked;
