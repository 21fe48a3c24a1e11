// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import java.util.List;

/** Hears what goes into a store while it is read, from any thread. */
public interface IngestListener extends Ingest.Progress {
  /** Hears nothing. */
  IngestListener NONE = (done, total) -> {};

  @Override
  void progress(long done, long total);

  /** So many events more were appended. */
  default void appended(int events) {
    // most want to know how far reading has come
  }

  /**
   * Lines that were not understood, in the order of their source. After a kill those since the last
   * commit are told again.
   */
  default void unread(List<Unread> lines) {
    // the accounts of the sources count them
  }
}
