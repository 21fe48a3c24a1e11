// SPDX-License-Identifier: Apache-2.0
/**
 * What a commit altered, line by line: code apart from layout, kinds of files, and values with
 * their units.
 *
 * <p>Nothing here knows a symptom, so nothing here weighs. Start reading at {@link
 * dev.clew.suspect.edit.Edits}.
 */
@NullMarked
package dev.clew.suspect.edit;

import org.jspecify.annotations.NullMarked;
