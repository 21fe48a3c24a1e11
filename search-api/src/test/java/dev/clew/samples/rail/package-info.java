// SPDX-License-Identifier: Apache-2.0
/**
 * A railway's ticket shop in Java, Python, Go and TypeScript, and the day on which it lost a field.
 *
 * <p>Start at {@link dev.clew.samples.rail.LostSurcharge}.
 */
@NullMarked
package dev.clew.samples.rail;

import org.jspecify.annotations.NullMarked;
