// SPDX-License-Identifier: Apache-2.0
/**
 * What bytes are packed in: compression and archives, taken off by streaming and within limits.
 *
 * <p>Nothing is unpacked to disk, and the names of members are labels, never paths. Start reading
 * at {@link dev.clew.source.packing.Wrapping} and {@link dev.clew.source.packing.Decompression}.
 */
@NullMarked
package dev.clew.source.packing;

import org.jspecify.annotations.NullMarked;
