// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.io.IOException;

/** A manifest is not what was written. */
public final class DamagedManifestException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedManifestException(String message) {
    super(message);
  }
}
