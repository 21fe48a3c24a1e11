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
 * @param place where it is: the absolute path, {@code !} and the member's name
 * @param path the file as given, for names of services; null for standard input
 * @param modified when it was last written
 * @param bytes the decompressed bytes; owned and closed by whoever opened the source
 */
public record Source(
    String id,
    String name,
    String place,
    @Nullable Path path,
    Instant modified,
    InputStream bytes) {

  /** The same bytes under another identity. */
  public Source as(String other) {
    return new Source(other, name, place, path, modified, bytes);
  }

  /** The identity of {@code member} of the file at {@code path}; the member may be empty. */
  static String id(@Nullable Path path, String member) {
    return id(place(path, member), 1);
  }

  /** Where {@code member} of the file at {@code path} is; the member may be empty. */
  public static String place(@Nullable Path path, String member) {
    String file = path == null ? "-" : path.toAbsolutePath().normalize().toString();
    return file + "!" + member;
  }

  /**
   * The identity of the source that is the {@code generation}th to be born at {@code place}, from
   * 1.
   */
  public static String id(String place, int generation) {
    String key = generation == 1 ? place : place + "!" + generation;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
