// SPDX-License-Identifier: Apache-2.0
/** The endpoints about where events come from, and how lines are read. */
@NullMarked
package dev.clew.http.answer.intake;

import org.jspecify.annotations.NullMarked;
