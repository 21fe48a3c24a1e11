// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.LogStore;
import java.nio.file.Path;

/** Opens embedded stores. */
public final class LuceneLogStores {
  private LuceneLogStores() {}

  /**
   * Opens the store in the data folder {@code folder}, which is made when it does not exist. One
   * store at a time owns a folder, in all processes.
   *
   * @throws dev.clew.store.StoreException.Locked when another store has the folder open
   * @throws dev.clew.store.StoreException.Corrupt when what is there cannot be read
   * @throws dev.clew.store.StoreException.TooNew when a later version of Clew wrote it
   * @throws dev.clew.store.StoreException.Unavailable when the disk or its permissions do not allow
   */
  public static LogStore open(Path folder) {
    return open(folder, StoreSettings.DEFAULT);
  }

  /** Opens the store as {@link #open(Path)} does, divided as {@code settings} say. */
  public static LogStore open(Path folder, StoreSettings settings) {
    return LuceneLogStore.open(folder, settings);
  }
}
