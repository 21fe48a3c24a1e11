// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.LogEvent;
import dev.clew.format.Detection;

/** Takes what is read. The events and rejections of a file come in its order. */
public interface ReadListener {
  /**
   * An event, without a pattern.
   *
   * @param format the name of the format it was read in
   */
  void event(LogEvent event, String format);

  /** What the first lines of a source were found to be, before its first event. */
  default void detected(String file, Detection detection) {
    // most listeners want the events alone
  }

  /** Lines that are part of no event. */
  void rejected(Rejection rejection);

  /**
   * How far reading has come, in bytes on disk.
   *
   * @param total of all files; 0 when unknown
   */
  void progress(long done, long total);
}
