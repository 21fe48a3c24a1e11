// SPDX-License-Identifier: Apache-2.0

/** Where the pages of a hosted repository are: which commit, which line. */
@NullMarked
package dev.clew.code.link;

import org.jspecify.annotations.NullMarked;
