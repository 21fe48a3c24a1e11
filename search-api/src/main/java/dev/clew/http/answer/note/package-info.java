// SPDX-License-Identifier: Apache-2.0
/** Answers around what people tell: what a mapping would lead to, what is noted already. */
@NullMarked
package dev.clew.http.answer.note;

import org.jspecify.annotations.NullMarked;
