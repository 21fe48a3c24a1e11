// SPDX-License-Identifier: Apache-2.0
/**
 * Which errors there are: failing events put together by service, innermost exception and
 * statement, counted by the store. What changed before an error, and who is to blame, is for
 * others. Start reading at {@link dev.clew.failure.ErrorSearch}.
 */
@NullMarked
package dev.clew.failure;

import org.jspecify.annotations.NullMarked;
