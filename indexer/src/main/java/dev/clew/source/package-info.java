// SPDX-License-Identifier: Apache-2.0
/**
 * Where bytes come from: files, folders, compressed files, members of archives and standard input,
 * cut into physical lines and decoded.
 *
 * <p>Nothing here knows what a line means. Names inside archives are labels, never paths. Start
 * reading at {@link dev.clew.source.InputFiles}, then {@link dev.clew.source.SourceOpener} and
 * {@link dev.clew.source.LineReader}.
 */
@NullMarked
package dev.clew.source;

import org.jspecify.annotations.NullMarked;
