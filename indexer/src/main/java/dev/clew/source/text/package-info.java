// SPDX-License-Identifier: Apache-2.0
/**
 * How bytes spell text: which encoding a source is in, told from its first bytes, and the text of
 * its lines.
 *
 * <p>Nothing here reads files or cuts lines. Start reading at {@link
 * dev.clew.source.text.TextEncoding}, then {@link dev.clew.source.text.EncodingGuess}.
 */
@NullMarked
package dev.clew.source.text;

import org.jspecify.annotations.NullMarked;
