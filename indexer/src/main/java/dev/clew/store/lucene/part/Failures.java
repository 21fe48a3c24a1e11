// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.store.StoreException;
import dev.clew.store.manifest.DamagedManifestException;
import dev.clew.store.manifest.Reserve;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;

/** Says in the words of the contract what went wrong in a folder. */
public final class Failures {
  private final Path folder;

  public Failures(Path folder) {
    this.folder = folder;
  }

  /** Work that touches the index. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /** Does {@code work}; its failures come out as those of the contract. */
  public <T> T translate(Work<T> work) {
    try {
      return work.run();
    } catch (LockObtainFailedException e) {
      throw new StoreException.Locked(
          "the data folder "
              + folder
              + " is in use by another Clew; close that one, or give this one a folder of its own",
          e);
    } catch (IndexFormatTooNewException e) {
      throw tooNew(e);
    } catch (DamagedManifestException
        | CorruptIndexException
        | IndexFormatTooOldException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException e) {
      throw corrupt(e);
    } catch (IOException | AlreadyClosedException e) {
      throw unavailable(e);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      // damaged postings make Lucene read past what is there
      throw corrupt(e);
    }
  }

  StoreException tooNew(Exception cause) {
    return new StoreException.TooNew(
        "the data folder "
            + folder
            + " was written by a later version of Clew; open it with that one, or index into another"
            + " folder",
        cause);
  }

  StoreException corrupt(Exception cause) {
    return new StoreException.Corrupt(
        "the data folder "
            + folder
            + " is damaged ("
            + cause.getMessage()
            + "); move it away and index the logs again",
        cause);
  }

  StoreException noStore() {
    return new StoreException.Corrupt(
        "there is no index in the folder "
            + folder
            + ": the file format is missing; name the folder that clew index was given with --data",
        null);
  }

  public StoreException notEmpty() {
    return new StoreException.Unavailable(
        "the folder " + folder + " is not empty; restore into an empty one, or a new one", null);
  }

  public StoreException noBackup(Exception cause) {
    return new StoreException.Corrupt(
        folder + " cannot be restored: " + cause.getMessage() + "; nothing was kept", cause);
  }

  StoreException tooOld() {
    return new StoreException.Corrupt(
        "the data folder "
            + folder
            + " was written by an earlier version of Clew and was not touched; index the logs again"
            + " into another folder",
        null);
  }

  StoreException noManifest(Exception cause) {
    return new StoreException.Corrupt(
        "what the data folder "
            + folder
            + " holds is not known: its MANIFEST is damaged ("
            + cause.getMessage()
            + ") and the one before is older than the events; restore a backup with clew restore, or"
            + " index the logs again into another folder",
        cause);
  }

  /** An event was asked for that may be in a part that was set aside. */
  public StoreException outOfReach() {
    return new StoreException.Corrupt(
        "the event may be in a damaged part of the data folder "
            + folder
            + "; clew verify names the damage, and indexing the logs of that time again brings the"
            + " events back",
        null);
  }

  /** Writing found damage that nobody knew of. */
  public StoreException quarantine(Throwable cause) {
    return new StoreException.Unavailable(
        "a part of the data folder "
            + folder
            + " is damaged and is set aside ("
            + Damage.reason(cause)
            + "); what came since the last commit was not kept, try it again",
        cause);
  }

  private StoreException unavailable(Exception cause) {
    if (Reserve.isFull(cause)) {
      return new StoreException.Unavailable(
          "the disk of the data folder "
              + folder
              + " is full; free some space or expire older events, and it goes on by itself",
          cause);
    }
    return new StoreException.Unavailable(
        "the data folder "
            + folder
            + " cannot be used ("
            + cause.getMessage()
            + "); check that it can be written and that the disk has room, then try again",
        cause);
  }
}
