// SPDX-License-Identifier: Apache-2.0
/**
 * The endpoints about errors: which there are, since when, in which line, what was said of them.
 */
@NullMarked
package dev.clew.http.answer.failure;

import org.jspecify.annotations.NullMarked;
