// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an archive, with a limit on those that are read while its next header is: readers of
 * archives keep long names and attributes in memory, whatever their length.
 */
final class HeaderGuard extends MeteredStream {
  private final int limit;
  private long left = Long.MAX_VALUE;

  /**
   * @param limit most bytes of a header
   */
  HeaderGuard(InputStream in, int limit) {
    super(in);
    this.limit = limit;
  }

  /** A header is read from here on. */
  void headerStarts() {
    left = limit;
  }

  /** The content of a member is read from here on. */
  void contentStarts() {
    left = Long.MAX_VALUE;
  }

  @Override
  void passed(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new LimitException("has a header of more than " + limit + " bytes");
    }
  }
}
