// SPDX-License-Identifier: Apache-2.0
/** Texts that end in somebody's spreadsheet, where some of them would be run. */
@NullMarked
package dev.clew.spreadsheet;

import org.jspecify.annotations.NullMarked;
