// SPDX-License-Identifier: Apache-2.0
/** The endpoint about errors: which there are, since when, and what was said of them. */
@NullMarked
package dev.clew.http.answer.failure;

import org.jspecify.annotations.NullMarked;
