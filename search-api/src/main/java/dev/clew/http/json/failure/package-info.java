// SPDX-License-Identifier: Apache-2.0
/** The shapes of answers about errors. */
@NullMarked
package dev.clew.http.json.failure;

import org.jspecify.annotations.NullMarked;
