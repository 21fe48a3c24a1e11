// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The manifest on disk. A new one replaces the old at once: it is written beside it, forced to
 * disk, and renamed; the one before is kept as {@code MANIFEST.old}.
 */
public final class ManifestFile {
  /** The name of the file. */
  public static final String NAME = "MANIFEST";

  /** The name of the file that holds the manifest before the last. */
  public static final String OLD = "MANIFEST.old";

  private final Path folder;

  /** The manifest in {@code folder}. */
  public ManifestFile(Path folder) {
    this.folder = folder;
  }

  /**
   * The manifest; empty when none was ever written.
   *
   * @throws DamagedManifestException when it is not what was written
   */
  public Optional<Manifest> read() throws IOException {
    return read(NAME);
  }

  /** The manifest before the last, as {@link #read} does. */
  public Optional<Manifest> readOld() throws IOException {
    return read(OLD);
  }

  /** Replaces the manifest: all of {@code manifest} counts when this returns. */
  public void write(Manifest manifest) throws IOException {
    Path current = folder.resolve(NAME);
    byte[] bytes = ManifestBytes.of(manifest);
    AtomicFile.keep(current, folder.resolve(OLD));
    AtomicFile.replace(current, bytes);
  }

  private Optional<Manifest> read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file)
        ? Optional.of(ManifestBytes.read(Files.readAllBytes(file)))
        : Optional.empty();
  }
}
