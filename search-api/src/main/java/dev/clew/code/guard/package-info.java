// SPDX-License-Identifier: Apache-2.0
/** Looks at each object of a Git folder before JGit unfolds it: someone else may have made it. */
@NullMarked
package dev.clew.code.guard;

import org.jspecify.annotations.NullMarked;
