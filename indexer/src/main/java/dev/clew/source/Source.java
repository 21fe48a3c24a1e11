// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One stream of lines: a file, or a member of an archive.
 *
 * @param id identity: sixteen hex digits of a hash over the absolute path and the member's name
 * @param name what people call it; {@code archive.tar.gz!member} for archives
 * @param path the file as given, for names of services; null for standard input
 * @param modified when it was last written
 * @param bytes the decompressed bytes; owned and closed by whoever opened the source
 */
public record Source(
    String id, String name, @Nullable Path path, Instant modified, InputStream bytes) {

  /** The identity of {@code member} of the file at {@code path}; the member may be empty. */
  static String id(@Nullable Path path, String member) {
    String key = path == null ? "-" : path.toAbsolutePath().normalize().toString();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((key + "!" + member).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
