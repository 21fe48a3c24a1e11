// SPDX-License-Identifier: Apache-2.0
/** Whether the messages of statements are among the events of a store. */
@NullMarked
package dev.clew.code.statement.seen;

import org.jspecify.annotations.NullMarked;
