// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.BackupSummary;
import dev.clew.store.LogStore;
import dev.clew.store.Verification;
import dev.clew.store.lucene.part.CommittedFiles;
import dev.clew.store.lucene.part.Failures;
import dev.clew.store.lucene.part.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

  /**
   * Reads every byte of the store in {@code folder} and compares checksums; a server may have it
   * open.
   *
   * @throws dev.clew.store.StoreException.Corrupt when it is not known what the store holds
   */
  public static Verification verify(Path folder) {
    Failures failures = new Failures(folder);
    return failures.translate(() -> new CommittedFiles(folder, failures).verify());
  }

  /**
   * Copies the store in {@code folder} as of its last commit; a server may have it open, and goes
   * on writing meanwhile.
   *
   * @param target a folder that is new or empty, or a new file that ends with {@code .zip}
   * @throws dev.clew.store.StoreException.Unavailable when there is something in the way
   */
  public static BackupSummary backup(Path folder, Path target) {
    return backup(folder, target, List.of());
  }

  /**
   * As above, with what others keep in the folder.
   *
   * @param journals names of files of lines that only grow; those that are there go along, and come
   *     back with {@link #restore}
   */
  public static BackupSummary backup(Path folder, Path target, List<String> journals) {
    return backup(folder, target, journals, staging -> {});
  }

  /** Puts more files into a backup, which come back with {@link #restore}. */
  public interface Beside {
    /**
     * Writes them.
     *
     * @param staging a folder on the same disk, of what goes along
     */
    void into(Path staging) throws IOException;
  }

  /** As above, with what {@code beside} adds. */
  public static BackupSummary backup(
      Path folder, Path target, List<String> journals, Beside beside) {
    Failures failures = new Failures(folder);
    return failures.translate(() -> new Backup(folder, failures).to(target, journals, beside));
  }

  /**
   * Makes {@code folder} the store that was backed up, each file compared with its checksum.
   *
   * @param backup what {@link #backup} made
   * @param folder new or empty
   * @throws dev.clew.store.StoreException.Corrupt when the backup is not what was written; then
   *     {@code folder} is left empty
   */
  public static BackupSummary restore(Path backup, Path folder) {
    Failures failures = new Failures(folder);
    return failures.translate(() -> new Backup(folder, failures).from(backup));
  }
}
