// SPDX-License-Identifier: Apache-2.0
/** The shapes of answers about sources and imports. */
@NullMarked
package dev.clew.http.json.intake;

import org.jspecify.annotations.NullMarked;
