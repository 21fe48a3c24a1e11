// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, or standard input.
 *
 * @param path where it is; null for standard input
 * @param name what people call it: relative to the path that was given
 * @param size bytes on disk, still compressed; 0 when unknown
 * @param modified when it was last written
 */
public record InputFile(@Nullable Path path, String name, long size, Instant modified) {}
