// SPDX-License-Identifier: Apache-2.0
/**
 * What is read from a line, and how words, names, pairs and levels in it are told apart.
 *
 * <p>Nothing here knows the form of a line. Start reading at {@link dev.clew.format.field.Draft}.
 */
@NullMarked
package dev.clew.format.field;

import org.jspecify.annotations.NullMarked;
