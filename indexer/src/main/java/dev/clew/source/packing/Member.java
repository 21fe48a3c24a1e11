// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file in an archive.
 *
 * @param name as the archive has it: anything at all
 * @param modified when it was last written; null when the archive does not say so with its zone
 * @param obstacle why it cannot be read; null when it can
 * @param content its bytes, to be read before the next member is asked for
 */
public record Member(
    String name, @Nullable Instant modified, @Nullable String obstacle, InputStream content) {

  /** True for names that a folder would hide, in any of their parts. */
  public boolean isHidden() {
    for (String part : name.split("[/\\\\]", -1)) {
      if (part.startsWith(".") && !part.equals(".") && !part.equals("..")) {
        return true;
      }
    }
    return false;
  }
}
